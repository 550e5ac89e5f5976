// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.error.Code;
import dev.longrun.json.JsonException;
import dev.longrun.time.TimeSource;
import dev.longrun.wire.JsonWriter;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.List;

/**
 * Scripts a server over HTTP, for tests of other languages: what {@link FakeOperationsServer} offers to Java, under a
 * path that no Google API has. {@code docs/FAKE_SERVER.md} describes it.
 */
final class ControlApi {
    private static final String ROOT = "/__admin";
    private static final String OPERATIONS = ROOT + "/operations/";
    private static final List<String> PATHS = List.of(
            "GET /__admin/health",
            "POST /__admin/reset",
            "GET /__admin/operations",
            "GET /__admin/operations/NAME",
            "PUT /__admin/operations/NAME",
            "GET /__admin/faults",
            "POST /__admin/faults",
            "DELETE /__admin/faults",
            "GET /__admin/requests",
            "GET /__admin/time",
            "POST /__admin/time");

    private final TimeSource time;
    private final OperationStore store;
    private final Faults faults;
    private final RequestLog log;

    ControlApi(TimeSource time, OperationStore store, Faults faults, RequestLog log) {
        this.time = time;
        this.store = store;
        this.faults = faults;
        this.log = log;
    }

    boolean serves(ReceivedRequest request) {
        return request.path().equals(ROOT) || request.path().startsWith(ROOT + "/");
    }

    FakeResponse respond(ReceivedRequest request) {
        try {
            String line = request.method() + " " + request.path();
            return request.path().startsWith(OPERATIONS)
                    ? operation(request)
                    : switch (line) {
                        case "GET /__admin/health" -> ok(JsonWriter.object().put("status", "ok"));
                        case "POST /__admin/reset" -> reset();
                        case "GET /__admin/operations" -> ok(ControlJson.operations(store, time.now()));
                        case "GET /__admin/faults" -> armed();
                        case "POST /__admin/faults" -> arm(request.body());
                        case "DELETE /__admin/faults" -> disarm();
                        case "GET /__admin/requests" -> ok(ControlJson.requests(log));
                        case "GET /__admin/time" -> now();
                        case "POST /__admin/time" -> advance(request.body());
                        default -> error(Code.NOT_FOUND, line + " is none of " + String.join(", ", PATHS));
                    };
        } catch (IllegalArgumentException | JsonException bad) {
            return error(Code.INVALID_ARGUMENT, String.valueOf(bad.getMessage()));
        }
    }

    private FakeResponse operation(ReceivedRequest request) {
        String name = name(request.path().substring(OPERATIONS.length()));
        return switch (request.method()) {
            case "GET" ->
                store.known(name)
                        .map(stored -> ok(ControlJson.operation(stored.at(time.now()))))
                        .orElseGet(() -> error(Code.NOT_FOUND, "no operation \"" + name + "\" was put or asked for"));
            case "PUT" -> put(name, new ControlBody(request.body()));
            default -> error(Code.NOT_FOUND, "an operation has GET and PUT; got " + request.method());
        };
    }

    private FakeResponse put(String name, ControlBody body) {
        Script script = ScriptBody.script(body);
        OperationContent content = ScriptBody.content(body);
        body.requireNoOther();
        StoredOperation stored = store.getOrCreate(name);
        stored.content(content);
        stored.script(script);
        return ok(ControlJson.operation(stored.at(time.now())));
    }

    private FakeResponse reset() {
        faults.clear();
        store.clear();
        log.clear();
        return ok(JsonWriter.object());
    }

    private FakeResponse arm(String text) {
        FaultBody.arm(new ControlBody(text), faults);
        return armed();
    }

    private FakeResponse disarm() {
        faults.clear();
        return armed();
    }

    private FakeResponse armed() {
        return ok(JsonWriter.object().put("pending", faults.pending()));
    }

    private FakeResponse advance(String text) {
        ControlBody body = new ControlBody(text);
        Duration by = body.duration("advance")
                .orElseThrow(
                        () -> new IllegalArgumentException("advance: expected a duration, such as \"90s\"; got none"));
        body.requireNoOther();
        if (!(time instanceof VirtualTime virtual)) {
            throw new IllegalArgumentException("this server has the clock of the machine, which cannot be advanced;"
                    + " start it with a virtual one (lro fake-server --clock virtual)");
        }
        virtual.advance(by);
        return now();
    }

    private FakeResponse now() {
        return ok(JsonWriter.object().put("now", time.now().toString()));
    }

    private static String name(String path) {
        String name = URLDecoder.decode(path.replace("+", "%2B"), UTF_8);
        if (name.isEmpty() || name.startsWith("/")) {
            throw new IllegalArgumentException("expected the relative name of an operation after " + OPERATIONS
                    + ", such as projects/p/locations/l/operations/o; got \"" + path + "\"");
        }
        return name;
    }

    private static FakeResponse ok(JsonWriter json) {
        return FakeResponse.json(200, json.end());
    }

    private static FakeResponse error(Code code, String message) {
        return ErrorResponses.of(code, message, "FAKE_SERVER_CONTROL", "longrun.dev");
    }
}
