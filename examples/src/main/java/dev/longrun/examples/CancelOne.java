// SPDX-License-Identifier: Apache-2.0
package dev.longrun.examples;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.service.OperationName;

/** Cancels one operation and says what to do about each outcome. Arguments: project, location, id. */
public final class CancelOne {
    private CancelOne() {}

    public static void main(String[] args) {
        try (OperationsClient client = OperationsClient.create()) {
            OperationName name = Filestore.project(args[0]).location(args[1]).operation(args[2]);
            CancelOutcome outcome = client.canceller().cancel(name);
            System.out.println(outcome.describe());
            System.out.println("next: " + advice(outcome));
        }
    }

    /** A {@code switch} expression over the kinds does not compile if one is missing. */
    static String advice(CancelOutcome outcome) {
        return switch (outcome.kind()) {
            case CANCELLED -> "check what it changed before it stopped";
            case COMPLETED_ANYWAY -> "use or delete what it made";
            case FAILED_ANYWAY ->
                "see its error, " + outcome.status().orElseThrow().code();
            case ENDED -> "look at the resource; the service does not tell whether it was cancelled";
            case ALREADY_DONE -> "nothing; it ended before the cancel";
            case NOT_CANCELLABLE -> "wait for it to end";
            case UNSUPPORTED -> "wait for it to end; this kind of operation has no cancel";
            case NOT_FOUND -> "check the name";
            case STILL_RUNNING -> "wait for it longer, or cancel again";
            case UNKNOWN -> "read it again later";
        };
    }
}
