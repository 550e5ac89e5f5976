// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import dev.longrun.cancel.CancelEvidence;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.CancelOutcome.AlreadyDone;
import dev.longrun.cancel.CancelOutcome.Cancelled;
import dev.longrun.cancel.CancelOutcome.CompletedAnyway;
import dev.longrun.cancel.CancelOutcome.FailedAnyway;
import dev.longrun.cancel.CancelOutcome.NotCancellable;
import dev.longrun.cancel.CancelOutcome.NotFound;
import dev.longrun.cancel.CancelOutcome.StillRunning;
import dev.longrun.cancel.CancelOutcome.Unknown;
import dev.longrun.cancel.CancelOutcome.Unsupported;
import dev.longrun.cancel.OutcomeKind;
import dev.longrun.error.ApiException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.Status;
import dev.longrun.json.JsonWriter;
import dev.longrun.json.StatusWriter;
import java.util.Optional;

/**
 * An outcome as JSON: {@code outcome}, {@code request}, {@code acknowledged}, {@code polls}, {@code elapsedMs},
 * {@code status}, {@code operation} as it was last read, unless that is longer than a mebibyte.
 */
final class OutcomeJson {
    private static final int LONGEST_OPERATION = 1 << 20;

    private OutcomeJson() {}

    static JsonWriter write(JsonWriter json, CancelOutcome outcome) {
        CancelEvidence evidence = outcome.evidence();
        json.put("outcome", OutcomeKind.of(outcome).name())
                .put("request", evidence.request().name())
                .put("acknowledged", evidence.acknowledged())
                .put("polls", evidence.polls())
                .put("elapsedMs", evidence.elapsed().toMillis());
        outcome.fold(new Said()).ifPresent(status -> json.putRaw("status", StatusWriter.status(status)));
        evidence.lastSnapshot()
                .map(read -> read.json().raw())
                .filter(raw -> raw.length() <= LONGEST_OPERATION)
                .ifPresent(raw -> json.putRaw("operation", raw));
        if (outcome instanceof Unknown unknown) {
            json.putRaw("error", error(unknown.cause()));
        }
        return json;
    }

    static String error(LongrunException cause) {
        return JsonWriter.object()
                .put("message", String.valueOf(cause.getMessage()))
                .end();
    }

    /** What the server said of it: the error that the operation ended with, or the refusal. */
    private static final class Said implements CancelOutcome.Cases<Optional<Status>> {

        @Override
        public Optional<Status> cancelled(Cancelled outcome) {
            return outcome.operation().status();
        }

        @Override
        public Optional<Status> completedAnyway(CompletedAnyway outcome) {
            return Optional.empty();
        }

        @Override
        public Optional<Status> failedAnyway(FailedAnyway outcome) {
            return outcome.operation().status();
        }

        @Override
        public Optional<Status> alreadyDone(AlreadyDone outcome) {
            return outcome.operation().status();
        }

        @Override
        public Optional<Status> notCancellable(NotCancellable outcome) {
            return Optional.of(outcome.status());
        }

        @Override
        public Optional<Status> unsupported(Unsupported outcome) {
            return Optional.of(outcome.status());
        }

        @Override
        public Optional<Status> notFound(NotFound outcome) {
            return Optional.of(outcome.status());
        }

        @Override
        public Optional<Status> stillRunning(StillRunning outcome) {
            return Optional.empty();
        }

        @Override
        public Optional<Status> unknown(Unknown outcome) {
            return outcome.cause() instanceof ApiException api ? Optional.of(api.status()) : Optional.empty();
        }
    }
}
