// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.error.Code;
import dev.longrun.name.Location;
import dev.longrun.name.NamePattern;
import dev.longrun.name.ResourceName;
import dev.longrun.service.ApiMethod;
import java.util.List;
import java.util.Optional;

/** The last sentence of an error message: what a user can do about the status; empty if nothing is known to help. */
final class ErrorHints {
    private ErrorHints() {}

    static String after(AttemptResult.ErrorResponse rejected, CallRequest request) {
        return request.rpc() == ApiMethod.LIST_LOCATIONS
                ? afterLocations(rejected, request)
                : after(rejected, request, request.rpc());
    }

    /** Not every service lists its locations. */
    private static String afterLocations(AttemptResult.ErrorResponse rejected, CallRequest request) {
        boolean missing = rejected.status().code() == Code.UNIMPLEMENTED
                || (rejected.status().code() == Code.NOT_FOUND && !rejected.hasApiErrorBody());
        return missing
                ? "The service may have no list of its locations: name them one by one, or try " + request.subject()
                        + "/locations/-"
                : after(rejected, request, ApiMethod.LIST);
    }

    private static String after(AttemptResult.ErrorResponse rejected, CallRequest request, ApiMethod rpc) {
        return switch (rejected.status().code()) {
            case INVALID_ARGUMENT ->
                location(request)
                        .map(id ->
                                "If the name is right, the host may be wrong for location " + id + ": set the endpoint")
                        .orElse("");
            case UNAUTHENTICATED ->
                "The credentials are missing or expired: run"
                        + " `gcloud auth application-default login`, or set GOOGLE_APPLICATION_CREDENTIALS";
            case PERMISSION_DENIED ->
                "Check that the caller may use this method and one of the scopes " + scopes(request, rpc);
            case NOT_FOUND ->
                rejected.hasApiErrorBody()
                        ? "Check the project, the location and the id; finished operations are deleted after a while"
                        : "No API answered, so there is no such path: check the host, and that the service has "
                                + rpc.label() + " for such names" + nearest(request, rpc);
            default -> "";
        };
    }

    /** The documented pattern that is most similar to the name; empty if the name matches one. */
    private static String nearest(CallRequest request, ApiMethod rpc) {
        return NamePattern.nearest(request.service().patterns(rpc), request.subject())
                .flatMap(pattern ->
                        pattern.mismatch(request.subject()).map(where -> "; did you mean " + pattern + ": " + where))
                .orElse("");
    }

    private static Optional<String> location(CallRequest request) {
        return Optional.of(request.subject())
                .filter(subject -> !subject.isEmpty())
                .flatMap(subject -> ResourceName.parse(subject).location())
                .map(Location::id);
    }

    private static String scopes(CallRequest request, ApiMethod rpc) {
        List<String> scopes = request.service().scopes(rpc);
        return scopes.isEmpty() ? "that the service documents" : String.join(", ", scopes);
    }
}
