// SPDX-License-Identifier: Apache-2.0
package dev.longrun.jackson3;

import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.CancelResult;
import dev.longrun.error.Status;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.text.SafeText;
import dev.longrun.wire.ExceptionWriter;
import dev.longrun.wire.JsonWriter;
import dev.longrun.wire.StatusWriter;

/** JSON on one line, in which what may be a credential is hidden. */
final class SafeJson {
    private static final int SCHEMA_VERSION = 2;

    private SafeJson() {}

    static String result(CancelResult result) {
        return result.outcome().map(CancelOutcome::toJson).orElseGet(() -> failure(result));
    }

    private static String failure(CancelResult result) {
        OperationName name = result.name();
        JsonWriter json = JsonWriter.object()
                .put("schemaVersion", SCHEMA_VERSION)
                .put("name", name.value())
                .put("service", name.service().name())
                .put("version", name.service().version());
        name.endpoint().ifPresent(endpoint -> json.put("endpoint", endpoint.toString()));
        json.putRaw("error", ExceptionWriter.exception(result.failure().orElseThrow()));
        return SafeText.json(json.end());
    }

    static String operation(Operation operation) {
        return SafeText.json(operation.json().raw());
    }

    static String status(Status status) {
        return SafeText.json(StatusWriter.status(status));
    }
}
