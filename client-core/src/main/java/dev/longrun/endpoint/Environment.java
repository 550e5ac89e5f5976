// SPDX-License-Identifier: Apache-2.0
package dev.longrun.endpoint;

import dev.longrun.error.ConfigurationException;
import dev.longrun.http.Origin;
import dev.longrun.text.SafeText;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The environment variables that change endpoints. An empty variable counts as not set. */
record Environment(Map<String, String> variables) {
    static final String ALL = "";
    private static final String ENDPOINT = "LONGRUN_ENDPOINT";
    private static final String MTLS = "GOOGLE_API_USE_MTLS_ENDPOINT";
    private static final String UNIVERSE = "GOOGLE_CLOUD_UNIVERSE_DOMAIN";

    Optional<Origin> override(String service) {
        return origin(ENDPOINT + '_' + service.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"))
                .or(() -> origin(ENDPOINT));
    }

    boolean mtls() {
        String value = get(MTLS).orElse("auto");
        return switch (value) {
            case "always" -> true;
            case "auto", "never" -> false;
            default ->
                throw new ConfigurationException(
                        MTLS + " must be never, auto or always; got " + SafeText.quoted(value));
        };
    }

    Optional<Universe> universe() {
        return get(UNIVERSE).map(domain -> attempt(UNIVERSE, domain, Universe::parse));
    }

    private Optional<Origin> origin(String variable) {
        return get(variable).map(url -> attempt(variable, url, Origin::parse));
    }

    private Optional<String> get(String variable) {
        return Optional.ofNullable(variables.get(variable)).filter(value -> !value.isBlank());
    }

    private static <T> T attempt(String variable, String value, Function<String, T> parse) {
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(variable + ": " + e.getMessage(), e);
        }
    }
}
