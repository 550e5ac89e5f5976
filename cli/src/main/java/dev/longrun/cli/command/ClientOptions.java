// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.task.ClientConfig;
import dev.longrun.service.ServiceRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Where requests go, and the services that are known. The options stay text until a command runs, so that
 * {@code --help} loads little.
 */
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

    @Option(
            names = "--regional",
            description = "Send requests to the regional host of the location of the NAME, such as"
                    + " file.us-central1.rep.googleapis.com; an error where the service lists none for it.")
    private boolean regional;

    @Mixin
    private final ServiceFiles services = new ServiceFiles();

    /** @throws IllegalArgumentException if the endpoint is not an origin, or there are regional hosts too */
    ClientConfig config() {
        return ClientConfig.of(Optional.ofNullable(endpoint), Optional.ofNullable(quotaProject), !noAuth, regional);
    }

    /** The services of names: those that are known, and hosts in the standard form. */
    ServiceRegistry registry(CommandContext context) {
        return services.registry(context).withStandardForm(config()::takesUnknown);
    }

    /** These options as they were given. */
    List<String> given() {
        List<String> words = new ArrayList<>();
        OptionEcho.add(words, "--endpoint", endpoint);
        OptionEcho.add(words, "--quota-project", quotaProject);
        if (noAuth) {
            words.add("--no-auth");
        }
        if (regional) {
            words.add("--regional");
        }
        words.addAll(services.given());
        return words;
    }
}
