// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.error.Code;
import dev.longrun.json.JsonObject;
import dev.longrun.testkit.OperationContent.ErrorStatus;
import dev.longrun.wire.JsonWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compute Engine and Deployment Manager, as the discovery document of {@code compute.v1} describes them. */
final class FakeCompute implements FakeDialect {

    static final FakeDialect DIALECT = new FakeCompute();

    private static final String HOST = "www.googleapis.com";
    private static final String DEPLOYMENTS = "deploymentmanager.googleapis.com";
    private static final int LARGEST_PAGE = 500;
    private static final String NOTHING = "{\"warning\":{\"code\":\"NO_RESULTS_ON_PAGE\"}}";
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final Pattern PLACE =
            Pattern.compile("projects/[^/]+/(zones/[^/]+|regions/[^/]+|global)/operations/.+");
    private static final Pattern FILTER =
            Pattern.compile("\\(?\\s*status\\s*(=|!=|eq|ne)\\s*\"?(PENDING|RUNNING|DONE)\"?\\s*\\)?");

    private FakeCompute() {}

    @Override
    public String operation(ServedOperation operation) {
        JsonWriter json = JsonWriter.object()
                .put("kind", "compute#operation")
                .put("id", Integer.toUnsignedString(operation.name().hashCode()))
                .put("name", operation.id())
                .put("operationType", StatusFields.fact(operation, "verb", "update"))
                .put("targetLink", target(operation))
                .put("status", StatusFields.status(operation))
                .put("user", StatusFields.user(operation))
                .put("progress", StatusFields.percent(operation))
                .put("insertTime", operation.state().created().toString());
        StatusFields.putTimes(json, operation);
        putPlace(json, operation);
        StatusFields.error(operation).ifPresent(error -> putError(json, error));
        return json.put("selfLink", StatusFields.link(HOST, operation, operation.name()))
                .end();
    }

    private static String target(ServedOperation operation) {
        return StatusFields.link(HOST, operation, StatusFields.fact(operation, "target", operation.parent()));
    }

    /** The link of the zone or region; nothing for a global operation. */
    private static void putPlace(JsonWriter json, ServedOperation operation) {
        String parent = operation.parent();
        if (parent.matches(".*/zones/[^/]+")) {
            json.put("zone", StatusFields.link(HOST, operation, parent));
        } else if (parent.matches(".*/regions/[^/]+")) {
            json.put("region", StatusFields.link(HOST, operation, parent));
        }
    }

    private static void putError(JsonWriter json, ErrorStatus error) {
        Code code = StatusFields.code(error);
        JsonWriter item = JsonWriter.object().put("code", code.name()).put("message", error.message());
        if (!error.details().isEmpty()) {
            item.putRaw(
                    "errorDetails",
                    error.details().stream().map(FakeCompute::detail).toList());
        }
        json.putRaw(
                        "error",
                        JsonWriter.object()
                                .putRaw("errors", List.of(item.end()))
                                .end())
                .put("httpErrorStatusCode", code.httpStatus())
                .put("httpErrorMessage", code.name().replace('_', ' '));
    }

    /** {@code {"errorInfo": …}} for a google.rpc.ErrorInfo. */
    private static String detail(String any) {
        String type = JsonObject.parse(any).string("@type").orElse("");
        String simple = type.substring(type.lastIndexOf('.') + 1);
        String field = simple.isEmpty() ? "errorInfo" : Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
        return JsonWriter.object().putRaw(field, any).end();
    }

    @Override
    public ListParameters listParameters(RoutedRequest request) {
        Predicate<ServedOperation> filter = filter(request.parameter("filter"));
        return ListParameters.paged(
                request,
                "maxResults",
                LARGEST_PAGE,
                LARGEST_PAGE,
                request.binding().isAggregated() ? filter.and(FakeCompute::hasPlace) : filter);
    }

    private static boolean hasPlace(ServedOperation operation) {
        return PLACE.matcher(operation.name()).matches();
    }

    private static Predicate<ServedOperation> filter(String text) {
        if (text.isBlank()) {
            return operation -> true;
        }
        Matcher matcher = FILTER.matcher(text.strip());
        if (!matcher.matches()) {
            throw new InvalidArgument("Invalid value for field 'filter': it must be empty or a comparison such as"
                    + " status=DONE or status!=DONE; got \"" + text + '"');
        }
        boolean same = List.of("=", "eq").contains(matcher.group(1));
        return operation -> StatusFields.status(operation).equals(matcher.group(2)) == same;
    }

    /**
     * Compute Engine lists {@code items}; Deployment Manager lists {@code operations}, and says no more of the list.
     */
    @Override
    public String list(ListPage page) {
        JsonWriter json = JsonWriter.object();
        if (page.request().service().equals(DEPLOYMENTS)) {
            page.putInto(json, "operations");
            return json.end();
        }
        if (page.request().binding().isAggregated()) {
            json.put("kind", "compute#operationAggregatedList").putRaw("items", places(page.operations()));
            page.withoutOperations().putInto(json, "items");
        } else {
            json.put("kind", "compute#operationList");
            page.putInto(json, "items");
        }
        if (!page.unreachable().isEmpty()) {
            json.put("unreachables", page.unreachable());
        }
        return json.end();
    }

    /** An object for each place that has operations, and for the global one. */
    private static String places(List<String> operations) {
        Map<String, List<String>> places = new TreeMap<>();
        places.put("global", new ArrayList<>());
        operations.forEach(operation -> places.computeIfAbsent(place(operation), absent -> new ArrayList<>())
                .add(operation));
        JsonWriter json = JsonWriter.object();
        places.forEach((place, of) -> json.putRaw(
                place,
                of.isEmpty()
                        ? NOTHING
                        : JsonWriter.object().putRaw("operations", of).end()));
        return json.end();
    }

    private static String place(String operation) {
        String link = JsonObject.parse(operation).string("selfLink").orElseThrow();
        Matcher place = PLACE.matcher(link.substring(link.indexOf("projects/")));
        return place.matches() ? place.group(1) : "global";
    }

    /** A wait has no timeout: it answers at the end of the operation, or after two minutes. */
    @Override
    public Duration waitTimeout(RoutedRequest request) {
        return LONGEST_WAIT;
    }
}
