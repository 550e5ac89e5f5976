// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.task.ClientConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where requests go. The options stay text until a command runs, so that {@code --help} loads little. */
final class ClientOptions {
    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description =
                    "Send requests there instead of to the service's own host. One on this machine gets no credentials,"
                            + " and a bare NAME is then taken for one of file, aiplatform, dataplex, dialogflow or"
                            + " discoveryengine, whichever is first to have such names.")
    private @Nullable String endpoint;

    @Option(
            names = "--quota-project",
            paramLabel = "PROJECT",
            description = "The project whose quota counts, instead of that of the credentials.")
    private @Nullable String quotaProject;

    @Option(names = "--no-auth", description = "Send no credentials.")
    private boolean noAuth;

    /** @throws IllegalArgumentException if the endpoint is not an origin */
    ClientConfig config() {
        return ClientConfig.of(Optional.ofNullable(endpoint), Optional.ofNullable(quotaProject), !noAuth);
    }

    /** These options as they were given. */
    List<String> given() {
        List<String> words = new ArrayList<>();
        OptionEcho.add(words, "--endpoint", endpoint);
        OptionEcho.add(words, "--quota-project", quotaProject);
        if (noAuth) {
            words.add("--no-auth");
        }
        return words;
    }
}
