// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the tables of a service module and writes its sources.
 *
 * <pre>
 * src/main/resources/…/*.table     the service's bindings; the only table there
 * src/main/tables/names.table      the types of its resources
 * src/main/tables/metadata.table   the metadata messages of its operations, or the operation itself
 * </pre>
 */
public final class Generator {
    private Generator() {}

    /**
     * Takes the directory of the module and the output directory. Other files in the output directory are deleted;
     * files whose content is unchanged are not written.
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("expected MODULE_DIRECTORY OUTPUT_DIRECTORY; got " + List.of(args));
        }
        Path output = Path.of(args[1]);
        Map<Path, String> files = generate(Path.of(args[0])).stream()
                .collect(Collectors.toMap(file -> output.resolve(file.path()), JavaFile::text));
        deleteOthers(output, files.keySet());
        for (Map.Entry<Path, String> file : files.entrySet()) {
            write(file.getKey(), file.getValue());
        }
    }

    static List<JavaFile> generate(Path module) throws IOException {
        Path tables = module.resolve("src/main/tables");
        NameTable names = NameTable.parse("names.table", Files.readString(tables.resolve("names.table")));
        MessageTable messages =
                MessageTable.parse("metadata.table", Files.readString(tables.resolve("metadata.table")));
        Path services = serviceTable(module.resolve("src/main/resources"));
        ServiceTable table = ServiceTable.parse(services.getFileName().toString(), Files.readString(services));
        List<JavaFile> files = new ArrayList<>(new MetadataWriter(names, messages).write());
        for (ServiceDefinition definition : table.definitions(names.service())) {
            files.addAll(version(new VersionNames(names, definition)));
        }
        return files;
    }

    private static Path serviceTable(Path resources) throws IOException {
        List<Path> found = files(resources).stream()
                .filter(file -> file.toString().endsWith(".table"))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("expected one *.table in %s; got %s".formatted(resources, found));
        }
        return found.get(0);
    }

    private static List<JavaFile> version(VersionNames names) {
        List<JavaFile> files = new ArrayList<>(new EntryWriter(names).write());
        names.forms().forEach(form -> files.add(new NameWriter(names, form).write()));
        names.classNames().shared().forEach(type -> files.add(new SharedNameWriter(names, type).write()));
        return files;
    }

    private static void deleteOthers(Path output, Set<Path> files) throws IOException {
        if (Files.exists(output)) {
            for (Path file : files(output)) {
                if (!files.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }
}
