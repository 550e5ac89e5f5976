// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.settings;

import dev.longrun.auth.CredentialsException;
import dev.longrun.http.Origin;
import dev.longrun.text.SafeText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the settings of a client come to, and refuses those that contradict each other.
 *
 * @param endpoint as found; empty for the services' own hosts
 * @param notes receives a line for each option that has no effect
 */
public record ClientSettings(Settings settings, Optional<SettingValue> endpoint, Consumer<String> notes) {
    private static final String CURRENT_PROJECT = "CURRENT_PROJECT";
    private static final List<String> OF_THE_CREDENTIALS = List.of("LEGACY", "CURRENT_PROJECT_WITH_FALLBACK");

    /** Finds the endpoint. */
    public static ClientSettings of(Settings settings, @Nullable String endpoint, Consumer<String> notes) {
        return new ClientSettings(
                settings, settings.withoutGcloud(Setting.ENDPOINT, endpoint).map(settings::use), notes);
    }

    /**
     * The server of all requests.
     *
     * @param plaintext whether plain http to another machine is allowed
     * @param regional whether hosts of the services are wanted
     * @throws IllegalArgumentException if the endpoint is no origin, or contradicts one of these
     */
    public Optional<Origin> origin(boolean plaintext, boolean regional) {
        if (regional && endpoint.isPresent()) {
            throw new IllegalArgumentException("--regional sends requests to hosts of the service, and "
                    + endpoint.get().source() + " to "
                    + SafeText.quoted(endpoint.get().text()) + "; leave out one of them");
        }
        Optional<Origin> origin = endpoint.map(ClientSettings::parsed);
        if (plaintext && (origin.isPresent() ? origin.get().isSecure() : !hasEndpointOfAService())) {
            throw new IllegalArgumentException(
                    "--plaintext is for an endpoint that begins with http://, and requests go to "
                            + origin.map(Origin::toString).orElse("the services' own hosts, which speak https")
                            + "; leave it out");
        }
        if (!plaintext && origin.filter(ClientSettings::isPlainElsewhere).isPresent()) {
            throw new IllegalArgumentException(
                    "the endpoint %s, of %s, is plain http and not on this machine; requests would travel unprotected. Use https://%s, or --plaintext, which sends no credentials"
                            .formatted(
                                    origin.get(),
                                    endpoint.get().source(),
                                    origin.get().host()));
        }
        return origin;
    }

    private static boolean isPlainElsewhere(Origin origin) {
        return !origin.isSecure() && !origin.isLoopback();
    }

    private boolean hasEndpointOfAService() {
        return settings.variables().keySet().stream().anyMatch(name -> name.startsWith("LONGRUN_ENDPOINT_"));
    }

    private static Origin parsed(SettingValue endpoint) {
        try {
            return Origin.parse(endpoint.text());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    endpoint.source() + " takes an origin, such as https://file.googleapis.com or"
                            + " http://127.0.0.1:8080; " + e.getMessage(),
                    e);
        }
    }

    /** Whether no request carries credentials, whatever they are. */
    private static boolean isWithoutCredentials(Optional<Origin> origin) {
        return origin.filter(server -> server.isLoopback() || !server.isSecure())
                .isPresent();
    }

    /**
     * The credentials.
     *
     * @param origin of all requests
     * @param none whether {@code --no-auth} is given
     * @param accounts of {@code --impersonate-service-account}
     * @param tokenFile of {@code --access-token-file}
     * @throws IllegalArgumentException if two of them contradict each other, or the file has no token
     */
    public CredentialChoice credentials(
            Optional<Origin> origin, boolean none, @Nullable String accounts, @Nullable String tokenFile) {
        Stream<String> given = Stream.of(
                accounts == null ? "" : Setting.IMPERSONATED_SERVICE_ACCOUNT.option(),
                tokenFile == null ? "" : Setting.ACCESS_TOKEN_FILE.option());
        Optional<String> option = given.filter(name -> !name.isEmpty()).findFirst();
        if (none && option.isPresent()) {
            throw new IllegalArgumentException(
                    "--no-auth sends no credentials, and " + option.get() + " names some; leave out one of them");
        }
        if (isWithoutCredentials(origin)) {
            option.ifPresent(name -> notes.accept("lro: %s has no effect, as %s gets no credentials"
                    .formatted(name, origin.map(Origin::toString).orElse(""))));
            return new CredentialChoice.None();
        }
        return none ? new CredentialChoice.None() : found(accounts, tokenFile);
    }

    private CredentialChoice found(@Nullable String accounts, @Nullable String tokenFile) {
        Optional<SettingValue> account = settings.find(Setting.IMPERSONATED_SERVICE_ACCOUNT, accounts);
        Optional<SettingValue> file = settings.find(Setting.ACCESS_TOKEN_FILE, tokenFile);
        if (account.isPresent() && file.isPresent()) {
            throw new IllegalArgumentException(
                    "an access token of a file is used as it is, and a service account is impersonated by other"
                            + " credentials; leave out " + account.get().source() + " or "
                            + file.get().source());
        }
        if (file.isPresent()) {
            return tokenFile(settings.use(file.get()));
        }
        return account.isPresent()
                ? new CredentialChoice.ServiceAccount(
                        List.of(settings.use(account.get()).text().split("\\s*,\\s*", -1)))
                : new CredentialChoice.ApplicationDefault();
    }

    /** Reads the file once, so that one without a token is told before anything is sent. */
    private static CredentialChoice tokenFile(SettingValue value) {
        AccessTokenFile file = new AccessTokenFile(Path.of(value.text()), value.source());
        try {
            file.headers(Duration.ZERO);
        } catch (CredentialsException unusable) {
            throw new IllegalArgumentException(unusable.getMessage(), unusable);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new CredentialChoice.TokenFile(file);
    }

    /**
     * The project whose quota counts, for requests with credentials; empty for that of the credentials.
     *
     * @param option of {@code --quota-project}
     */
    public Optional<String> quotaProject(CredentialChoice credentials, @Nullable String option) {
        if (credentials instanceof CredentialChoice.None) {
            return Optional.empty();
        }
        return settings.find(Setting.QUOTA_PROJECT, option)
                .filter(value -> !OF_THE_CREDENTIALS.contains(value.text()))
                .flatMap(value -> value.text().equals(CURRENT_PROJECT) ? ofProject(value) : Optional.of(value))
                .map(settings::use)
                .map(SettingValue::text);
    }

    private Optional<SettingValue> ofProject(SettingValue word) {
        return settings.find(Setting.PROJECT, null)
                .map(found -> word.withText(found.text(), "which says " + CURRENT_PROJECT));
    }

    /** Why the requests are made; gcloud's configuration is asked for requests to other machines only. */
    public Optional<String> reason(Optional<Origin> origin, @Nullable String option) {
        Optional<SettingValue> found = origin.filter(Origin::isLoopback).isPresent()
                ? settings.withoutGcloud(Setting.REASON, option)
                : settings.find(Setting.REASON, option);
        return found.map(settings::use).map(SettingValue::text);
    }

    /** The proxies of the variables, unless all requests stay on this machine. */
    public Optional<ProxyVariables> proxies(Optional<Origin> origin) {
        boolean none = origin.filter(Origin::isLoopback).isPresent()
                || Stream.of(Setting.HTTPS_PROXY, Setting.HTTP_PROXY)
                        .allMatch(proxy -> settings.withoutGcloud(proxy, null).isEmpty());
        return none ? Optional.empty() : ProxyVariables.of(settings);
    }
}
