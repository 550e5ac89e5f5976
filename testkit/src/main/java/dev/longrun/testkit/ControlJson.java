// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.wire.JsonWriter;
import java.time.Instant;
import java.util.List;

/** Writes what a control request asks for. */
final class ControlJson {

    private ControlJson() {}

    static JsonWriter operation(OperationRecord record) {
        OperationState state = record.state();
        JsonWriter json = JsonWriter.object()
                .put("name", record.name())
                .put("phase", state.phase().name())
                .put("cancelRequests", record.cancelRequests())
                .put("created", state.created().toString());
        state.cancelAccepted().ifPresent(at -> json.put("cancelAccepted", at.toString()));
        state.terminalState().ifPresent(end -> json.put("terminalState", end.name()));
        state.ended().ifPresent(at -> json.put("ended", at.toString()));
        state.deleted().ifPresent(at -> json.put("deleted", at.toString()));
        return json;
    }

    static JsonWriter operations(OperationStore store, Instant now) {
        List<String> operations = store.all().stream()
                .map(stored -> operation(stored.at(now)).end())
                .toList();
        return JsonWriter.object().putRaw("operations", operations);
    }

    static JsonWriter requests(RequestLog log) {
        List<String> requests =
                log.latest().stream().map(request -> request(request).end()).toList();
        return JsonWriter.object().put("count", log.count()).putRaw("requests", requests);
    }

    private static JsonWriter request(ServedRequest request) {
        JsonWriter json = JsonWriter.object().put("at", request.at().toString());
        request.rpc().ifPresent(method -> json.put("rpc", method.name()));
        return json.put("name", request.name())
                .put("method", request.method())
                .put("path", request.path())
                .put("query", request.query())
                .put("headers", request.headers())
                .put("body", request.body());
    }
}
