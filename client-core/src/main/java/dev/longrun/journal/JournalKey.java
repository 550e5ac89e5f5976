// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The name of an operation in a journal. Two keys are equal if their full resource names are: the service and the name.
 * The version and the endpoint are the route of the requests.
 *
 * @param endpoint {@code https://host}; only if it is not the service's usual one
 */
record JournalKey(
        String service,
        String version,
        String value,
        @Nullable String endpoint) {

    static JournalKey of(OperationName name) {
        String endpoint = name.endpoint().map(Object::toString).orElse(null);
        return new JournalKey(name.service().name(), name.version(), name.value(), endpoint);
    }

    /**
     * @throws IllegalArgumentException if the service or its version is not known, or if the endpoint is not Google's
     *     or is of another location than the name
     */
    OperationName resolve(BiFunction<String, String, ServiceDefinition> services) {
        ServiceDefinition definition = services.apply(service, version);
        return OperationName.of(definition, endpoint == null ? value : endpoint + '/' + version + '/' + value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JournalKey that && value.equals(that.value) && service.equals(that.service);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
