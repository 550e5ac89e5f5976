// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import dev.longrun.OperationsClientBuilder;
import dev.longrun.call.CallOptions;
import dev.longrun.call.RetryPolicy;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cli.settings.Setting;
import dev.longrun.cli.settings.SettingsTable;
import dev.longrun.watch.WatchOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings page, made of the code: of signatures, first sentences of Javadoc, default values and tables. */
final class SettingsDocument {
    private static final String CORE = "client-core/src/main/java/dev/longrun/";
    private static final Pattern DOCUMENTED =
            Pattern.compile("/\\*\\*((?:[^*]|\\*(?!/))*)\\*/\\s+public OperationsClientBuilder (\\w+)\\(([^)]*)\\)");
    private static final Pattern VARIABLE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");
    private static final List<Path> READERS_OF_THE_ENVIRONMENT = List.of(
            Path.of(CORE + "endpoint/Environment.java"),
            Path.of(CORE + "googleauth/ApplicationDefaultCredentialsLoader.java"),
            Path.of(CORE + "sweep/ShardEnvironment.java"));

    private static final List<Object> OPTIONS = List.of(
            CallOptions.defaults(),
            RetryPolicy.defaults(),
            CancelOptions.defaults(),
            BatchOptions.defaults(),
            WatchOptions.defaults());

    private SettingsDocument() {}

    static String text() {
        return """
                # Settings

                All variables, options and defaults. `SettingsDocumentTest` writes this page from the code.
                [The guide](guide/configure.md) says when to use them.

                ## The client

                Methods of `OperationsClient.builder()`:

                | method | |
                |---|---|
                %s

                ## Options

                Withers of immutable values; `defaults()` has the values below.

                %s

                ## Variables that the SDK reads

                `OperationsClientBuilder.environment` replaces those of the process.

                | variable | default | |
                |---|---|---|
                %s

                ## The command

                An option wins over the variables, the first variable that is set over the next, those over the active configuration of gcloud,
                and that over the default. An empty variable counts as not set. `lro help environment` has the same table, and `--verbose` says where
                each value came from. `lro help COMMAND` has the options of each command.

                %s
                %s""".formatted(
                        builder(),
                        OPTIONS.stream()
                                .map(defaults -> new OptionsTable(defaults).markdown())
                                .collect(Collectors.joining("\n\n")),
                        variables(),
                        SettingsTable.markdown(),
                        StarterProperties.markdown());
    }

    private static String builder() {
        String source = DocumentFiles.read(Path.of(CORE + "OperationsClientBuilder.java"));
        Matcher method = DOCUMENTED.matcher(source);
        List<String> rows = method.results()
                .map(found -> "| `%s(%s)` | %s |"
                        .formatted(found.group(2), parameters(found.group(3)), JavadocSentence.of(found.group(1))))
                .sorted()
                .toList();
        long all = Stream.of(OperationsClientBuilder.class.getMethods())
                .filter(each -> each.getReturnType() == OperationsClientBuilder.class)
                .count();
        if (rows.size() != all) {
            throw new IllegalStateException(
                    "methods of the builder without Javadoc: %s of %s have it".formatted(rows.size(), all));
        }
        return String.join("\n", rows);
    }

    private static String parameters(String declared) {
        return Stream.of(declared.split(", (?![^<]*>)"))
                .map(parameter -> parameter.replaceFirst(" \\w+$", ""))
                .collect(Collectors.joining(", "));
    }

    /** Their words are those of the command's settings of the same variables. */
    private static String variables() {
        return READERS_OF_THE_ENVIRONMENT.stream()
                .flatMap(file -> VARIABLE.matcher(DocumentFiles.read(file)).results())
                .map(found -> found.group(1))
                .distinct()
                .sorted()
                .flatMap(SettingsDocument::rows)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> rows(String variable) {
        List<String> rows = Stream.of(Setting.values())
                .flatMap(setting -> setting.variables().stream()
                        .filter(each -> each.equals(variable) || each.equals(variable + "_<SERVICE>"))
                        .map(each -> "| `%s` | %s | %s |".formatted(each, setting.fallback(), setting.sentence())))
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalStateException("no setting of the command has the variable " + variable);
        }
        return rows.stream();
    }
}
