// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.wire.JsonWriter;
import java.util.Set;

/**
 * Cloud DNS, as its discovery documents describe it. An operation of a managed zone has no error, however it ends;
 * those of locations are in the standard form.
 */
final class FakeDns implements FakeDialect {

    static final FakeDialect DIALECT = new FakeDns();

    private static final FakeDialect STANDARD = FakeLongrunning.DIALECT;
    private static final String ZONES = "/managedZones/";
    private static final int LARGEST_PAGE = 100;

    private FakeDns() {}

    @Override
    public String operation(ServedOperation operation) {
        return operation.name().contains(ZONES) ? ofZone(operation) : STANDARD.operation(operation);
    }

    private static String ofZone(ServedOperation operation) {
        return JsonWriter.object()
                .put("kind", "dns#operation")
                .put("id", operation.id())
                .put("startTime", operation.state().created().toString())
                .put("status", operation.done() ? "DONE" : "PENDING")
                .put("user", StatusFields.user(operation))
                .put("type", StatusFields.fact(operation, "verb", "update"))
                .putRaw("zoneContext", zone(operation))
                .end();
    }

    /** The zone after the operation; it may have had other values before. */
    private static String zone(ServedOperation operation) {
        String parent = StatusFields.fact(operation, "target", operation.parent());
        String name = JsonWriter.object()
                .put("kind", "dns#managedZone")
                .put("name", parent.substring(parent.lastIndexOf('/') + 1))
                .end();
        return JsonWriter.object().putRaw("newValue", name).end();
    }

    @Override
    public ListParameters listParameters(RoutedRequest request) {
        return request.name().contains(ZONES)
                ? ListParameters.paged(request, "maxResults", LARGEST_PAGE, LARGEST_PAGE, operation -> true)
                : STANDARD.listParameters(request);
    }

    @Override
    public String list(ListPage page) {
        if (!page.request().name().contains(ZONES)) {
            return STANDARD.list(page);
        }
        JsonWriter json = JsonWriter.object().put("kind", "dns#managedZoneOperationsListResponse");
        page.putInto(json, "operations");
        return json.end();
    }

    @Override
    public Set<String> cancelFields() {
        return STANDARD.cancelFields();
    }
}
