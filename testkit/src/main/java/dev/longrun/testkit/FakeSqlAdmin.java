// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.testkit.OperationContent.ErrorStatus;
import dev.longrun.wire.JsonWriter;
import java.util.List;

/** Cloud SQL, as the discovery document of {@code sqladmin.v1} describes it. */
final class FakeSqlAdmin implements FakeDialect {

    static final FakeDialect DIALECT = new FakeSqlAdmin();

    private static final String HOST = "sqladmin.googleapis.com";
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 500;

    private FakeSqlAdmin() {}

    @Override
    public String operation(ServedOperation operation) {
        JsonWriter json = JsonWriter.object()
                .put("kind", "sql#operation")
                .put(
                        "targetLink",
                        StatusFields.link(HOST, operation, StatusFields.fact(operation, "target", operation.parent())))
                .put("status", StatusFields.status(operation))
                .put("user", StatusFields.user(operation))
                .put("insertTime", operation.state().created().toString());
        StatusFields.putTimes(json, operation);
        StatusFields.error(operation).ifPresent(error -> json.putRaw("error", errors(error)));
        return json.put("operationType", StatusFields.fact(operation, "verb", "UPDATE"))
                .put("name", operation.id())
                .put("targetId", targetId(operation))
                .put("selfLink", StatusFields.link(HOST, operation, operation.name()))
                .put("targetProject", lastSegment(operation.parent()))
                .end();
    }

    private static String errors(ErrorStatus error) {
        String item = JsonWriter.object()
                .put("kind", "sql#operationError")
                .put("code", StatusFields.code(error).name())
                .put("message", error.message())
                .end();
        return JsonWriter.object()
                .put("kind", "sql#operationErrors")
                .putRaw("errors", List.of(item))
                .end();
    }

    private static String targetId(ServedOperation operation) {
        return lastSegment(StatusFields.fact(operation, "target", "instance"));
    }

    private static String lastSegment(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    @Override
    public ListParameters listParameters(RoutedRequest request) {
        String instance = request.parameter("instance");
        return ListParameters.paged(
                request,
                "maxResults",
                USUAL_PAGE,
                LARGEST_PAGE,
                operation -> instance.isEmpty() || targetId(operation).equals(instance));
    }

    @Override
    public String list(ListPage page) {
        JsonWriter json = JsonWriter.object().put("kind", "sql#operationsList");
        page.putInto(json, "items");
        return json.end();
    }
}
