// SPDX-License-Identifier: Apache-2.0
package dev.longrun.examples;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.service.OperationName;

/** Cancels one operation, and tells apart everything that may have become of it. Arguments: project, location, id. */
public final class CancelOne {
    private CancelOne() {}

    public static void main(String[] args) {
        try (OperationsClient client = OperationsClient.create()) {
            OperationName name = Filestore.project(args[0]).location(args[1]).operation(args[2]);
            CancelOutcome outcome = client.canceller().cancel(name);
            System.out.println(outcome.describe());
            System.out.println("next: " + outcome.fold(new Advice()));
        }
    }

    /** Whoever implements {@code Cases} has thought of every outcome; on Java 21 a {@code switch} does the same. */
    static final class Advice implements CancelOutcome.Cases<String> {
        @Override
        public String cancelled(CancelOutcome.Cancelled outcome) {
            return "check what it had changed before it stopped";
        }

        @Override
        public String completedAnyway(CancelOutcome.CompletedAnyway outcome) {
            return "use or delete what it made";
        }

        @Override
        public String failedAnyway(CancelOutcome.FailedAnyway outcome) {
            return "look into " + outcome.operation().status().orElseThrow().code();
        }

        @Override
        public String alreadyDone(CancelOutcome.AlreadyDone outcome) {
            return "nothing; it was done before";
        }

        @Override
        public String notCancellable(CancelOutcome.NotCancellable outcome) {
            return "wait for it to end";
        }

        @Override
        public String unsupported(CancelOutcome.Unsupported outcome) {
            return "wait for it to end; this kind of operation has no cancel";
        }

        @Override
        public String notFound(CancelOutcome.NotFound outcome) {
            return "check the name";
        }

        @Override
        public String stillRunning(CancelOutcome.StillRunning outcome) {
            return "watch it on, or cancel again";
        }

        @Override
        public String unknown(CancelOutcome.Unknown outcome) {
            return "read it again later";
        }
    }
}
