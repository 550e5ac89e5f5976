// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.explain;

import dev.longrun.service.ApiMethod;
import dev.longrun.service.Dialect;
import dev.longrun.service.ServiceDefinition;

/** How operations of a dialect are cancelled, and how they say so. Sentences, without a line break. */
final class CancelFacts {
    private CancelFacts() {}

    /** What an operation is. */
    static String kind(Dialect dialect) {
        return switch (dialect) {
            case LONGRUNNING -> "google.longrunning, as nearly all services";
            case COMPUTE -> "its own, with status and error.errors, as Compute Engine";
            case CONTAINER -> "its own, with status and error, as GKE";
            case SQLADMIN -> "its own, with status and codes that are words, as Cloud SQL";
            case DNS -> "its own, with id and status and without errors, as Cloud DNS";
        };
    }

    /** How a cancel is asked for: the first documented path, or what happens without one. */
    static String request(ServiceDefinition service) {
        return service.rules(ApiMethod.CANCEL).stream()
                .findFirst()
                .map(rule -> rule.method() + " " + rule.template())
                .orElseGet(() -> withoutDocumented(service.dialect()));
    }

    private static String withoutDocumented(Dialect dialect) {
        return switch (dialect) {
            case LONGRUNNING, CONTAINER, SQLADMIN ->
                "none is documented; without --strict one is sent in the usual form,"
                        + " and the outcome is UNSUPPORTED if the service has none";
            case COMPUTE, DNS -> "there is none: nothing is sent, and the outcome is UNSUPPORTED";
        };
    }

    /** How the end of an operation tells whether it was cancelled. */
    static String told(Dialect dialect) {
        return switch (dialect) {
            case LONGRUNNING ->
                "a cancelled operation ends with error code 1; any other end is COMPLETED_ANYWAY or" + " FAILED_ANYWAY";
            case COMPUTE, DNS -> "an operation runs to its end: wait for it, and undo its work then";
            case CONTAINER ->
                "the status ABORTING notes the request; DONE means cancelled or completed, so the outcome"
                        + " is ENDED (exit 5) unless an error says more";
            case SQLADMIN ->
                "how a cancelled operation ends is not documented: CANCELLED only if an error code says so";
        };
    }
}
