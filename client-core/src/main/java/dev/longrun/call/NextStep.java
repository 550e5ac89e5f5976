// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.name.Location;
import dev.longrun.name.NamePattern;
import dev.longrun.name.ResourceName;
import java.util.List;
import java.util.Optional;

/** The last sentence of a message: what the reader can do about a status; empty where nothing helps. */
final class NextStep {
    private NextStep() {}

    static String after(Attempt.Refused refused, CallRequest request) {
        return switch (refused.status().code()) {
            case INVALID_ARGUMENT ->
                location(request)
                        .map(id ->
                                "If the name is right, the host may be wrong for location " + id + ": set the endpoint")
                        .orElse("");
            case UNAUTHENTICATED ->
                "The credentials are missing or expired: run"
                        + " `gcloud auth application-default login`, or set GOOGLE_APPLICATION_CREDENTIALS";
            case PERMISSION_DENIED ->
                "Check that the caller may use this method and one of the scopes " + scopes(request);
            case NOT_FOUND ->
                refused.structured()
                        ? "Check the project, the location and the id; finished operations are deleted after a while"
                        : "No API answered, so there is no such path: check the host, and that the service has "
                                + request.rpc().label() + " for such names" + nearest(request);
            default -> "";
        };
    }

    /** The documented pattern that the name comes closest to; nothing for a name that fits one. */
    private static String nearest(CallRequest request) {
        return NamePattern.nearest(request.service().patterns(request.rpc()), request.subject())
                .map(mismatch -> "; " + mismatch.didYouMean())
                .orElse("");
    }

    private static Optional<String> location(CallRequest request) {
        return Optional.of(request.subject())
                .filter(subject -> !subject.isEmpty())
                .flatMap(subject -> ResourceName.parse(subject).location())
                .map(Location::id);
    }

    private static String scopes(CallRequest request) {
        List<String> scopes = request.service().scopes(request.rpc());
        return scopes.isEmpty() ? "that the service documents" : String.join(", ", scopes);
    }
}
