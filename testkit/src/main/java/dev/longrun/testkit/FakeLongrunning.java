// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.error.Code;
import dev.longrun.testkit.OperationContent.ErrorStatus;
import dev.longrun.wire.JsonWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code google/longrunning/operations.proto}. */
final class FakeLongrunning implements FakeDialect {

    static final FakeDialect DIALECT = new FakeLongrunning();

    private static final String EMPTY = "google.protobuf.Empty";
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 1000;
    private static final Pattern FILTER = Pattern.compile("\\s*(?:done\\s*[=:]\\s*(true|false)\\s*)?");

    private FakeLongrunning() {}

    @Override
    public String operation(ServedOperation operation) {
        JsonWriter json = JsonWriter.object().put("name", operation.name());
        String metadata = metadata(operation);
        if (!metadata.isEmpty()) {
            json.putRaw("metadata", metadata);
        }
        if (operation.done()) {
            json.put("done", true);
        } else if (operation.content().sendsDoneFalse()) {
            json.put("done", false);
        }
        operation.state().terminalState().ifPresent(ending -> putEnd(json, ending, operation));
        return json.end();
    }

    /** Without a script, metadata is of the service's own type; none if the path does not tell the type. */
    private static String metadata(ServedOperation operation) {
        String version = operation.binding().version();
        return operation
                .content()
                .metadata()
                .or(() -> OperationType.of(operation).map(type -> type.metadata(version, operation.parent())))
                .map(metadata -> metadata.json(operation.record(), version))
                .orElse("");
    }

    private static String response(ServedOperation operation) {
        return operation
                .content()
                .response()
                .orElseGet(() -> JsonWriter.object()
                        .put(
                                "@type",
                                "type.googleapis.com/"
                                        + OperationType.of(operation)
                                                .map(type -> type.response(
                                                        operation.binding().version()))
                                                .orElse(EMPTY))
                        .end());
    }

    private static void putEnd(JsonWriter json, TerminalState ending, ServedOperation operation) {
        switch (ending) {
            case CANCELLED -> json.putRaw("error", status(OperationContent.CANCELLED));
            case FAILED -> json.putRaw("error", status(operation.content().error()));
            case COMPLETED -> json.putRaw("response", response(operation));
            case NO_RESULT -> {}
        }
    }

    /** A google.rpc.Status. */
    static String status(ErrorStatus error) {
        JsonWriter json = JsonWriter.object().put("code", error.code()).put("message", error.message());
        if (!error.details().isEmpty()) {
            json.putRaw("details", error.details());
        }
        return json.end();
    }

    @Override
    public ListParameters listParameters(RoutedRequest request) {
        return ListParameters.paged(request, "pageSize", USUAL_PAGE, LARGEST_PAGE, filter(request.parameter("filter")));
    }

    private static Predicate<ServedOperation> filter(String text) {
        Matcher matcher = FILTER.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidArgument("filter must be empty, done=true or done=false; got \"" + text + '"');
        }
        Optional<Boolean> done = Optional.ofNullable(matcher.group(1)).map(Boolean::valueOf);
        return operation -> done.map(wanted -> wanted == operation.done()).orElse(true);
    }

    @Override
    public String list(ListPage page) {
        JsonWriter json = JsonWriter.object();
        page.putInto(json, "operations");
        if (!page.unreachable().isEmpty()) {
            json.put("unreachable", page.unreachable());
        }
        return json.end();
    }

    @Override
    public Set<String> cancelFields() {
        return Set.of("name");
    }

    @Override
    public Duration waitTimeout(RoutedRequest request) {
        return WaitRequest.timeout(request);
    }

    @Override
    public FakeResponse error(Code code, String message, String reason, String service) {
        return ErrorResponses.of(code, message, reason, service);
    }
}
