// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.error.LongrunException;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.DialectTables;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Operations as they were read, and evidence about them. */
final class Snapshots {
    static final ServiceDefinition FILE = ServiceTable.parse("file", """
                    service  file.googleapis.com
                    versions v1
                    names
                      projects/*/locations/*/operations/*  get list cancel delete
                    """).definition("file.googleapis.com", "v1");
    static final OperationName NAME = OperationName.of(FILE, "projects/p/locations/l/operations/o");

    static final OperationName UNDOCUMENTED = OperationName.of(FILE, "projects/p/operations/o");

    private Snapshots() {}

    static Operation read(String json) {
        return Operation.read(NAME, JsonObject.parse(json));
    }

    static Operation running() {
        return read("{}");
    }

    static Operation succeeded() {
        return read("{\"done\":true,\"response\":{}}");
    }

    static Operation failed() {
        return read("{\"done\":true,\"error\":{\"code\":13,\"message\":\"broke\"}}");
    }

    static Operation cancelled() {
        return read("{\"done\":true,\"error\":{\"code\":1,\"message\":\"stopped\"}}");
    }

    /** By a service that does not tell cancelled from completed. */
    static Operation ended() {
        return Operation.read(DialectTables.CONTAINER, JsonObject.parse("{\"name\":\"o\",\"status\":\"DONE\"}"))
                .withName(NAME);
    }

    static CancelEvidence evidence(CancelEvidence.RequestStatus request) {
        return evidence(request, Optional.empty(), Optional.empty());
    }

    static CancelEvidence evidence(
            CancelEvidence.RequestStatus request, Optional<Operation> last, Optional<LongrunException> lastError) {
        Duration lastReadAt = last.map(read -> Duration.ofMillis(4200)).orElse(null);
        return new CancelEvidence(
                request,
                false,
                3,
                Duration.ofMillis(4250),
                last.orElse(null),
                lastReadAt,
                lastError.orElse(null),
                List.of());
    }
}
