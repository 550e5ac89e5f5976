// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The name of an operation in a journal. Two keys are equal if their full resource names are: the service and the name.
 * The version and the URL are the route of the requests.
 *
 * @param url of the operation; only if its host is not the service's usual one
 */
record JournalKey(
        String service,
        String version,
        String value,
        @Nullable String url) {

    static JournalKey of(OperationName name) {
        String url = name.endpoint().isPresent() ? name.url() : null;
        return new JournalKey(name.service().name(), name.version(), name.value(), url);
    }

    /** @throws IllegalArgumentException if the service or its version is not known */
    OperationName resolve(BiFunction<String, String, ServiceDefinition> services) {
        ServiceDefinition definition = services.apply(service, version);
        return OperationName.of(definition, url == null ? value : url);
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
