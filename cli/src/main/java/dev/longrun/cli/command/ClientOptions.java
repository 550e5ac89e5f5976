// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.settings.ClientSettings;
import dev.longrun.cli.settings.CredentialChoice;
import dev.longrun.cli.task.ClientConfig;
import dev.longrun.http.Origin;
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
            names = "--impersonate-service-account",
            paramLabel = "EMAIL[,EMAIL...]",
            description =
                    "Act as this service account, by the Application Default Credentials. Of several the last is the"
                            + " account, and each before it a delegate that may create tokens of the next.")
    private @Nullable String impersonated;

    @Option(
            names = "--access-token-file",
            paramLabel = "FILE",
            description = "Send the access token in this file, which is read again when it changes or the token is"
                    + " rejected.")
    private @Nullable String tokenFile;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why the requests are made: for the audit logs of the service, and in the journal.")
    private @Nullable String reason;

    @Option(
            names = "--regional",
            description = "Send requests to the regional host of the location of the NAME, such as"
                    + " file.us-central1.rep.googleapis.com; an error where the service lists none for it.")
    private boolean regional;

    @Option(
            names = "--plaintext",
            description = "Allow an --endpoint with plain http on another machine. No credentials are sent to it.")
    private boolean plaintext;

    @Mixin
    private final ServiceFiles services = new ServiceFiles();

    private @Nullable ClientConfig config;

    /**
     * The same each time, so that notes are printed and files are read once.
     *
     * @throws IllegalArgumentException if the endpoint is not an origin, or options contradict each other
     */
    synchronized ClientConfig config(CommandContext context) {
        ClientConfig known = config;
        if (known == null) {
            known = found(ClientSettings.of(context.settings(), endpoint, context.console()::note));
            config = known;
        }
        return known;
    }

    private ClientConfig found(ClientSettings found) {
        Optional<Origin> origin = found.origin(plaintext, regional);
        CredentialChoice credentials = found.credentials(origin, noAuth, impersonated, tokenFile);
        return new ClientConfig(
                origin,
                endpoint != null,
                regional,
                plaintext,
                credentials,
                found.quotaProject(credentials, quotaProject),
                found.reason(origin, reason),
                found.proxies(origin),
                found.settings().variables());
    }

    /** The services of names: those that are known, and hosts in the standard form. */
    ServiceRegistry registry(CommandContext context) {
        return services.registry(context)
                .withStandardForm(host -> config(context).takesUnknown(host));
    }

    /** These options as they were given, and the endpoint of the environment, with which the same is reached. */
    synchronized List<String> given() {
        List<String> words = new ArrayList<>();
        OptionEcho.add(words, "--endpoint", endpointInUse());
        OptionEcho.add(words, "--quota-project", quotaProject);
        if (noAuth) {
            words.add("--no-auth");
        }
        OptionEcho.add(words, "--impersonate-service-account", impersonated);
        OptionEcho.add(words, "--access-token-file", tokenFile);
        OptionEcho.add(words, "--reason", reason);
        if (regional) {
            words.add("--regional");
        }
        if (plaintext) {
            words.add("--plaintext");
        }
        words.addAll(services.given());
        return words;
    }

    private @Nullable String endpointInUse() {
        return endpoint != null || config == null
                ? endpoint
                : config.endpoint().map(Origin::toString).orElse(null);
    }
}
