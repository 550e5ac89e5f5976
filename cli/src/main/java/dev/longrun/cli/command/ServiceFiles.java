// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.Console;
import dev.longrun.cli.settings.Setting;
import dev.longrun.cli.settings.SettingValue;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.service.ServiceTable;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The services that are known: those of the catalog, and those that files of the user define. */
final class ServiceFiles {
    @Option(
            names = "--services",
            paramLabel = "FILE",
            description =
                    "Know the services that this file defines, too (docs/SERVICES.md says how). May be repeated; a"
                            + " later file wins over an earlier one and over the catalog. The variable LONGRUN_SERVICES names"
                            + " further files, which come first.")
    private List<Path> files = new ArrayList<>();

    private @Nullable ServiceRegistry registry;

    /** The same each time, so that the files are read and notes are printed once. */
    synchronized ServiceRegistry registry(CommandContext context) {
        ServiceRegistry known = registry;
        if (known == null) {
            known = ServiceRegistry.load();
            for (Path file : all(context)) {
                known = with(known, file, context.console());
            }
            registry = known;
        }
        return known;
    }

    /** These options as they were given. */
    List<String> given() {
        List<String> words = new ArrayList<>();
        files.forEach(file -> OptionEcho.add(words, "--services", file.toString()));
        return words;
    }

    private List<Path> all(CommandContext context) {
        String separator = Pattern.quote(File.pathSeparator);
        String ofVariable = context.settings()
                .withoutGcloud(Setting.SERVICES, null)
                .map(context.settings()::use)
                .map(SettingValue::text)
                .orElse("");
        Stream<Path> first = Stream.of(ofVariable.split(separator, -1))
                .filter(name -> !name.isBlank())
                .map(Path::of);
        return Stream.concat(first, files.stream()).distinct().toList();
    }

    private static ServiceRegistry with(ServiceRegistry known, Path file, Console console) {
        ServiceTable table = ServiceTable.file(file);
        for (String service : table.services()) {
            table.definitions(service).stream()
                    .filter(definition -> has(known, definition))
                    .forEach(definition -> console.note("lro: %s %s is as %s defines it, and not as it was known before"
                            .formatted(service, definition.version(), file)));
            table.shortNames(service).stream()
                    .filter(alias -> alias.indexOf('.') < 0)
                    .forEach(alias -> known.versions(alias).stream()
                            .map(ServiceDefinition::name)
                            .filter(name -> !name.equals(service))
                            .findFirst()
                            .ifPresent(name -> console.note("lro: %s stands for %s as %s defines it, and not for %s"
                                    .formatted(alias, service, file, name))));
        }
        return known.withDefinitions(table);
    }

    private static boolean has(ServiceRegistry known, ServiceDefinition definition) {
        return known.services().contains(definition.name())
                && known.versions(definition.name()).stream()
                        .anyMatch(version -> version.version().equals(definition.version()));
    }
}
