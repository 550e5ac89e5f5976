// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A server of one dialect. Its paths and its JSON are written down here as the discovery documents have them, not made
 * from tables. An operation runs until it is cancelled, waited for or ended, and then ends as its {@link End} says.
 */
final class DialectServer extends Dispatcher implements AutoCloseable {
    final Kind kind;
    final List<String> requests = new CopyOnWriteArrayList<>();
    private final MockWebServer server = new MockWebServer();
    private final Map<String, End> ends = new ConcurrentSkipListMap<>();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    /** How an operation ends. */
    enum End {
        SUCCESS,
        FAILURE,
        CANCEL
    }

    enum Kind {
        COMPUTE("compute", "projects/p/zones/us-a1-b", "/compute/v1/projects/p/zones/us-a1-b/operations", "/wait", ""),
        CONTAINER(
                "container", "projects/p/locations/us-a1", "/v1/projects/p/locations/us-a1/operations", "", ":cancel"),
        SQLADMIN("sqladmin", "projects/p", "/v1/projects/p/operations", "", "/cancel"),
        DNS("dns", "projects/p/managedZones/z", "/dns/v1/projects/p/managedZones/z/operations", "", ""),
        STORAGE("storage", "projects/_/buckets/b", "/storage/v1/b/b/operations", "", "/cancel");

        final ServiceDefinition service;
        final OperationParent parent;
        private final String path;
        private final String wait;
        private final String cancel;

        Kind(String service, String parent, String path, String wait, String cancel) {
            this.service = DialectTables.service(service, "v1");
            this.parent = OperationParent.of(this.service, parent);
            this.path = path;
            this.wait = wait;
            this.cancel = cancel;
        }

        OperationName name(String id) {
            return OperationName.of(service, parent + "/operations/" + id);
        }

        boolean hasCancel() {
            return !cancel.isEmpty();
        }
    }

    DialectServer(Kind kind) throws IOException {
        this.kind = kind;
        server.setDispatcher(this);
        server.start();
    }

    String url() {
        String url = server.url("/").toString();
        return url.substring(0, url.length() - 1);
    }

    void operation(String id, End end) {
        ends.put(id, end);
    }

    void end(String id) {
        ended.add(id);
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        String target = request.getTarget();
        requests.add(request.getMethod() + " " + target);
        String path = target.contains("?") ? target.substring(0, target.indexOf('?')) : target;
        if (path.equals(kind.path)) {
            return json(200, list(target));
        }
        for (String id : ends.keySet()) {
            String operation = kind.path + "/" + id;
            if (path.equals(operation)) {
                return request.getMethod().equals("DELETE") ? delete(id) : json(200, json(id));
            } else if (request.getMethod().equals("POST") && kind.hasCancel() && path.equals(operation + kind.cancel)) {
                ended.add(id);
                return kind == Kind.STORAGE
                        ? new MockResponse.Builder().code(204).build()
                        : json(200, "{ }");
            } else if (request.getMethod().equals("POST")
                    && !kind.wait.isEmpty()
                    && path.equals(operation + kind.wait)) {
                ended.add(id);
                return json(200, json(id))
                        .newBuilder()
                        .headersDelay(500, TimeUnit.MILLISECONDS)
                        .build();
            }
        }
        return json(404, "{'error':{'code':404,'message':'no such path','errors':[{'reason':'notFound'}]}}");
    }

    private MockResponse delete(String id) {
        ends.remove(id);
        return new MockResponse.Builder().code(204).build();
    }

    /** Two pages where the dialect has pages. */
    private String list(String target) {
        List<String> ids = List.copyOf(new TreeMap<>(ends).keySet());
        int half = kind == Kind.CONTAINER ? ids.size() : ids.size() / 2;
        boolean second = target.contains("pageToken=next");
        String entries = (second ? ids.subList(half, ids.size()) : ids.subList(0, half))
                .stream().map(this::json).collect(Collectors.joining(","));
        String next = second || half == ids.size() ? "" : ",'nextPageToken':'next'";
        return switch (kind) {
            case COMPUTE -> "{'kind':'compute#operationList','id':'x','items':[" + entries + "]" + next + "}";
            case SQLADMIN -> "{'kind':'sql#operationsList','items':[" + entries + "]" + next + "}";
            case DNS, CONTAINER, STORAGE -> "{'operations':[" + entries + "]" + next + "}";
        };
    }

    private String json(String id) {
        End end = ended.contains(id) ? ends.getOrDefault(id, End.SUCCESS) : null;
        String status = end == null ? "RUNNING" : "DONE";
        String times = "'operationType':'UPDATE','targetLink':'https://t','startTime':'2026-11-22T01:00:00Z'";
        return switch (kind) {
            case COMPUTE ->
                "{'kind':'compute#operation','id':'77','name':'%s','status':'%s','insertTime':'2026-11-22T01:00:00Z',%s,'selfLink':'https://www.googleapis.com%s/%s'%s}"
                        .formatted(id, status, times, kind.path, id, errors(end));
            case SQLADMIN ->
                "{'kind':'sql#operation','name':'%s','status':'%s',%s,'selfLink':'https://sqladmin.googleapis.com%s/%s'%s}"
                        .formatted(id, status, times, kind.path, id, errors(end));
            case CONTAINER ->
                "{'name':'%s','status':'%s',%s,'zone':'us-a1','selfLink':'https://container.googleapis.com/v1/projects/77/locations/us-a1/operations/%s'%s}"
                        .formatted(
                                id,
                                status,
                                times,
                                id,
                                end == End.FAILURE ? ",'error':{'code':13,'message':'broke'}" : "");
            case DNS ->
                "{'kind':'dns#operation','id':'%s','status':'%s','type':'update','startTime':'2026-11-22T01:00:00Z','zoneContext':{'newValue':{'name':'https://t'}}}"
                        .formatted(id, end == null ? "pending" : "done");
            case STORAGE ->
                "{'name':'projects/_/buckets/b/operations/%s','done':%s,'metadata':{'createTime':'2026-11-22T01:00:00Z','verb':'UPDATE','target':'https://t'}%s}"
                        .formatted(id, end != null, end == null ? "" : standard(end));
        };
    }

    private static String errors(End end) {
        return end == null || end == End.SUCCESS
                ? ""
                : ",'error':{'errors':[{'code':'" + (end == End.CANCEL ? "CANCELLED" : "INTERNAL_ERROR")
                        + "','message':'broke'}]}";
    }

    private static String standard(End end) {
        return switch (end) {
            case SUCCESS -> ",'response':{}";
            case FAILURE -> ",'error':{'code':13,'message':'broke'}";
            case CANCEL -> ",'error':{'code':1,'message':'cancelled'}";
        };
    }

    private static MockResponse json(int code, String text) {
        return new MockResponse.Builder()
                .code(code)
                .setHeader("Content-Type", "application/json")
                .body(text.replace('\'', '"'))
                .build();
    }

    @Override
    public void close() {
        server.close();
        super.close();
    }
}
