// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.error.Code;
import dev.longrun.wire.JsonWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Google Kubernetes Engine, as {@code google/container/v1/cluster_service.proto} describes it. A cancelled operation is
 * {@code DONE} without an error, which does not tell it from a completed one.
 */
final class FakeContainer implements FakeDialect {

    static final FakeDialect DIALECT = new FakeContainer();

    private static final String HOST = "container.googleapis.com";

    private FakeContainer() {}

    @Override
    public String operation(ServedOperation operation) {
        JsonWriter json = JsonWriter.object()
                .put("name", operation.id())
                .put("operationType", StatusFields.fact(operation, "verb", "UPDATE_CLUSTER"))
                .put("status", StatusFields.statusWithAborting(operation))
                .put("selfLink", StatusFields.link(HOST, operation, operation.name()))
                .put(
                        "targetLink",
                        StatusFields.link(HOST, operation, StatusFields.fact(operation, "target", operation.parent())));
        StatusFields.putTimes(json, operation);
        json.putRaw("progress", progress(operation));
        if (operation.state().terminalState().equals(Optional.of(TerminalState.FAILED))) {
            json.putRaw("error", FakeLongrunning.status(operation.content().error()))
                    .put("statusMessage", operation.content().error().message());
        }
        return json.put("location", lastSegment(operation.parent())).end();
    }

    private static String progress(ServedOperation operation) {
        return JsonWriter.object()
                .putRaw(
                        "metrics",
                        List.of(metric("NODES_TOTAL", 100), metric("NODES_DONE", StatusFields.percent(operation))))
                .end();
    }

    /** Proto JSON writes an int64 as a text. */
    private static String metric(String name, long value) {
        return JsonWriter.object()
                .put("name", name)
                .put("intValue", Long.toString(value))
                .end();
    }

    private static String lastSegment(String parent) {
        return parent.substring(parent.lastIndexOf('/') + 1);
    }

    /** Neither pages nor filters. */
    @Override
    public ListParameters listParameters(RoutedRequest request) {
        return ListParameters.whole(request);
    }

    @Override
    public String list(ListPage page) {
        JsonWriter json = JsonWriter.object();
        page.putInto(json, "operations");
        if (!page.unreachable().isEmpty()) {
            json.put(
                    "missingZones",
                    page.unreachable().stream().map(FakeContainer::lastSegment).toList());
        }
        return json.end();
    }

    @Override
    public Set<String> cancelFields() {
        return Set.of("name", "projectId", "zone", "operationId");
    }

    @Override
    public FakeResponse error(Code code, String message, String reason, String service) {
        return ErrorResponses.of(code, message, reason, service);
    }
}
