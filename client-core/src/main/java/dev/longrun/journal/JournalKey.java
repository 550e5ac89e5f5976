// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import java.util.function.BiFunction;

/** A name as a journal has it: with what it takes to make an {@link OperationName} of it again. */
record JournalKey(String service, String version, String value) {

    static JournalKey of(OperationName name) {
        return new JournalKey(name.service().name(), name.service().version(), name.value());
    }

    /** @throws dev.longrun.error.NotSentException if the service or its version is not known here */
    OperationName resolve(BiFunction<String, String, ServiceDefinition> services) {
        return OperationName.of(services.apply(service, version), value);
    }
}
