// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.name.NameDefaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How short names are completed. */
final class NameOptions {
    @Option(
            names = {"-s", "--service"},
            paramLabel = "SERVICE",
            description = "The service of bare names: file, or file.googleapis.com. `lro services` lists them.")
    private @Nullable String service;

    @Option(
            names = "--api-version",
            paramLabel = "VERSION",
            description =
                    "Its version, such as v1beta1; else the newest that documents such names, a stable one if there is"
                            + " any. Needed where none of several versions does.")
    private @Nullable String version;

    @Option(
            names = "--project",
            paramLabel = "PROJECT",
            description =
                    "Completes names that are an id only. Without it the variables and the configuration of gcloud"
                            + " count: `lro help environment`.")
    private @Nullable String project;

    @Option(
            names = "--location",
            paramLabel = "LOCATION",
            description = "Completes names that are an id only; else as for --project.")
    private @Nullable String location;

    private @Nullable ContextPlace place;

    synchronized NameDefaults defaults(CommandContext context, boolean onThisMachine) {
        ContextPlace known = place == null ? new ContextPlace(context, project, location) : place;
        place = known;
        return new NameDefaults(Optional.ofNullable(service), Optional.ofNullable(version), known, onThisMachine);
    }

    /** These options as they were given, and what the environment gave in their place. */
    synchronized List<String> given() {
        List<String> words = new ArrayList<>();
        OptionEcho.add(words, "--service", service);
        words.addAll(givenVersion());
        if (place == null) {
            OptionEcho.add(words, "--project", project);
            OptionEcho.add(words, "--location", location);
        } else {
            words.addAll(place.words());
        }
        return words;
    }

    /** The options that a full name still needs. */
    List<String> givenVersion() {
        List<String> words = new ArrayList<>();
        OptionEcho.add(words, "--api-version", version);
        return words;
    }
}
