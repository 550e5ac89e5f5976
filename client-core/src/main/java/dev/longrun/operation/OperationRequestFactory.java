// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.binding.BoundPath;
import dev.longrun.endpoint.Endpoints;
import dev.longrun.rpc.CallRequest;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.text.PercentEncoding;
import dev.longrun.wire.JsonWriter;
import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What each RPC sends, and where. Source: {@code google/longrunning/operations.proto} and the services' HTTP bindings.
 */
final class OperationRequestFactory {
    private final Endpoints endpoints;

    OperationRequestFactory(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    CallRequest get(OperationName name) {
        return plain(ApiMethod.GET, name);
    }

    /** Always with an empty body, as the documentation of all services says. */
    CallRequest cancel(OperationName name) {
        return plain(ApiMethod.CANCEL, name);
    }

    CallRequest delete(OperationName name) {
        return plain(ApiMethod.DELETE, name);
    }

    CallRequest wait(OperationName name, Duration timeout) {
        BoundPath route = name.service().path(ApiMethod.WAIT, name.value());
        Map<String, String> parameters = Operation.dialect(name.service()).await(timeout);
        return route.rule().body()
                ? request(ApiMethod.WAIT, name, route, "", json(parameters))
                : request(ApiMethod.WAIT, name, route, query("", parameters), "");
    }

    CallRequest list(ListRequest request) {
        OperationParent parent = request.parent();
        BoundPath route = parent.service().path(ApiMethod.LIST, parent.value());
        String query = query(route.query(), Operation.dialect(parent.service()).list(page(request)));
        return new CallRequest(
                parent.service(), ApiMethod.LIST, parent.value(), endpoints.resolve(parent), route, query, "");
    }

    private static OperationDialect.Page page(ListRequest request) {
        return new OperationDialect.Page(
                request.parent().service().label(),
                request.parent().value(),
                request.filter(),
                request.pageSize() == 0 ? "" : Integer.toString(request.pageSize()),
                request.pageToken(),
                request.partialSuccess());
    }

    private CallRequest plain(ApiMethod rpc, OperationName name) {
        return request(rpc, name, name.service().path(rpc, name.value()), "", "");
    }

    private CallRequest request(ApiMethod rpc, OperationName name, BoundPath route, String query, String body) {
        return new CallRequest(name.service(), rpc, name.value(), endpoints.resolve(name), route, query, body);
    }

    private static String json(Map<String, String> parameters) {
        JsonWriter json = JsonWriter.object();
        parameters.forEach(json::put);
        return json.end();
    }

    /** @param first is encoded already; the parameters are not */
    private static String query(String first, Map<String, String> parameters) {
        var query = new StringJoiner("&");
        if (!first.isEmpty()) {
            query.add(first);
        }
        parameters.forEach((key, value) -> {
            if (!value.isEmpty()) {
                query.add(PercentEncoding.parameter(key, value));
            }
        });
        return query.toString();
    }
}
