// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.error.StatusDetail;
import dev.longrun.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The error of an operation as older APIs write it:
 *
 * <pre>{@code
 * "httpErrorStatusCode": 403, "httpErrorMessage": "FORBIDDEN",
 * "error": {"errors": [{"code": "QUOTA_EXCEEDED", "message": "…", "errorDetails": […]}]}
 * }</pre>
 *
 * <p>It becomes a {@link Status} of the code that the HTTP status stands for, {@link Code#UNKNOWN} without one. It is
 * {@link Code#CANCELLED} only if the HTTP status or all words say so. Each word is a {@link StatusDetail.ErrorInfo}.
 */
final class ErrorList {
    private static final Pattern CANCELLED = Pattern.compile("(OPERATION_)?CANCELL?ED(_BY_USER)?");

    private ErrorList() {}

    /**
     * Empty for an operation without an error.
     *
     * @throws dev.longrun.json.JsonException if there is an error that says nothing
     */
    static Optional<Status> of(JsonObject operation) {
        OptionalLong http = operation.integer("httpErrorStatusCode");
        List<JsonObject> errors =
                operation.object("error").map(error -> error.objects("errors")).orElse(List.of());
        String message = message(errors, operation.string("httpErrorMessage").orElse(""));
        if (errors.isEmpty() && http.isEmpty()) {
            if (operation.has("error")) {
                throw MalformedOperation.errors(operation);
            }
            return Optional.empty();
        }
        return Optional.of(new Status(code(http, errors).number(), message, details(errors)));
    }

    private static Code code(OptionalLong http, List<JsonObject> errors) {
        boolean saysCancelled = !errors.isEmpty()
                && errors.stream()
                        .allMatch(error -> CANCELLED.matcher(word(error)).matches());
        if (saysCancelled) {
            return Code.CANCELLED;
        }
        Code code = http.isPresent() ? Code.ofHttpStatus((int) http.getAsLong()) : Code.UNKNOWN;
        return code == Code.OK ? Code.UNKNOWN : code;
    }

    /** {@code QUOTA_EXCEEDED: too many; NOT_READY: try later}. */
    private static String message(List<JsonObject> errors, String otherwise) {
        return errors.isEmpty()
                ? otherwise
                : errors.stream()
                        .map(error -> Stream.of(
                                        word(error), error.string("message").orElse(""))
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(": ")))
                        .collect(Collectors.joining("; "));
    }

    private static List<StatusDetail> details(List<JsonObject> errors) {
        return errors.stream().flatMap(ErrorList::details).toList();
    }

    private static Stream<StatusDetail> details(JsonObject error) {
        StatusDetail word = new StatusDetail.ErrorInfo(
                word(error),
                "",
                error.string("location")
                        .map(location -> Map.of("location", location))
                        .orElse(Map.of()));
        return Stream.concat(
                Stream.of(word),
                error.objects("errorDetails").stream().map(detail -> new StatusDetail.UnknownDetail("", detail.raw())));
    }

    private static String word(JsonObject error) {
        return error.string("code").orElse("");
    }
}
