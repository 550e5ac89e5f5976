// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static java.util.Objects.requireNonNull;

import dev.longrun.binding.HttpRule;
import dev.longrun.error.ApiException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.Status;
import dev.longrun.operation.Operation;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of an operation after a cancel request.
 *
 * <pre>{@code
 * CancelOutcome outcome = client.canceller().cancel(name);
 * switch (outcome.kind()) {
 *     case CANCELLED -> System.out.println("stopped");
 *     case STILL_RUNNING -> System.out.println("runs on");
 *     default -> System.out.println(outcome.describe());
 * }
 * }</pre>
 *
 * <p>An outcome is derived from a snapshot of the operation, never from the response to the cancel request. Immutable.
 */
public final class CancelOutcome {
    private final OperationName name;
    private final Kind kind;
    private final @Nullable Status rejection;
    private final @Nullable LongrunException cause;
    private final CancelEvidence evidence;

    /** The kinds of outcome. The names are stable: they stand in JSON and in journals. */
    public enum Kind {
        /** The operation ended with error code 1 after the request. Work done before the cancel is not undone. */
        CANCELLED,
        /** The operation ended with a response, or done with neither response nor error, after the request. */
        COMPLETED_ANYWAY,
        /** The operation ended with an error other than CANCELLED after the request. */
        FAILED_ANYWAY,
        /**
         * The operation ended without an error after the request, and the service's own definition says that this may
         * mean completed or cancelled.
         */
        ENDED,
        /** The operation had ended before any request that may have been accepted; see its {@code state()}. */
        ALREADY_DONE,
        /** The service rejected the request, and the operation runs on. */
        NOT_CANCELLABLE,
        /** The service has no cancel method for such names; {@link CancelOutcome#documented} lists those it has. */
        UNSUPPORTED,
        /** Neither the cancel nor a read found the operation. */
        NOT_FOUND,
        /**
         * The deadline passed, and the operation ran at {@link CancelEvidence#lastReadAt}: by the newest read, one that
         * the deadline cut off not counted, or by a read in the last tenth of the time, ten seconds at most, if those
         * after it failed.
         */
        STILL_RUNNING,
        /** The request may have been accepted, and the operation could not be read. */
        UNKNOWN;

        /** Returns false for {@link #STILL_RUNNING} and {@link #UNKNOWN}: a later read may find another outcome. */
        public boolean isFinal() {
            return this != STILL_RUNNING && this != UNKNOWN;
        }

        /** The kind in lower case with spaces: {@code completed anyway}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private CancelOutcome(
            OperationName name,
            Kind kind,
            @Nullable Status rejection,
            @Nullable LongrunException cause,
            CancelEvidence evidence) {
        this.name = requireNonNull(name, "name");
        this.kind = kind;
        this.rejection = rejection;
        this.cause = cause;
        this.evidence = evidence;
    }

    /** An outcome that the newest snapshot tells, which the evidence must hold. */
    static CancelOutcome read(OperationName name, Kind kind, CancelEvidence evidence) {
        return new CancelOutcome(name, kind, null, null, evidence);
    }

    static CancelOutcome rejected(OperationName name, Kind kind, Status status, CancelEvidence evidence) {
        return new CancelOutcome(name, kind, status, null, evidence);
    }

    static CancelOutcome unknown(OperationName name, LongrunException cause, CancelEvidence evidence) {
        return new CancelOutcome(name, Kind.UNKNOWN, null, cause, evidence);
    }

    public OperationName name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** Returns true for {@link Kind#CANCELLED} only. */
    public boolean isCancelled() {
        return kind == Kind.CANCELLED;
    }

    /**
     * The status that explains the outcome: the error with which the operation ended, or the status of the rejection,
     * or that of the read error behind {@link Kind#UNKNOWN}. Empty for a success, and while the operation runs.
     */
    public Optional<Status> status() {
        return switch (kind) {
            case CANCELLED, FAILED_ANYWAY, ALREADY_DONE -> operation().flatMap(Operation::status);
            case NOT_CANCELLABLE, UNSUPPORTED, NOT_FOUND -> Optional.ofNullable(rejection);
            case COMPLETED_ANYWAY, ENDED, STILL_RUNNING -> Optional.empty();
            case UNKNOWN -> cause instanceof ApiException api ? Optional.of(api.status()) : Optional.empty();
        };
    }

    /** The operation as it was read last. Empty if no read succeeded. */
    public Optional<Operation> operation() {
        return evidence.lastSnapshot();
    }

    /** Why the operation could not be read. Present for {@link Kind#UNKNOWN} only. */
    public Optional<LongrunException> cause() {
        return Optional.ofNullable(cause);
    }

    /**
     * The name patterns for which the service documents a cancel, as its documentation writes them. Empty unless the
     * outcome is {@link Kind#UNSUPPORTED}.
     */
    public List<String> documented() {
        return kind != Kind.UNSUPPORTED
                ? List.of()
                : name.service().rules(ApiMethod.CANCEL).stream()
                        .map(HttpRule::template)
                        .map(Object::toString)
                        .toList();
    }

    /** The requests and reads from which this outcome was derived. */
    public CancelEvidence evidence() {
        return evidence;
    }

    /** One line for people: the outcome, the status of the request, the number of reads and the elapsed time. */
    public String describe() {
        return OutcomeFormatter.line(this);
    }

    /**
     * This outcome as one line of JSON, exactly as {@code lro cancel --format json} prints it: what may be a credential
     * is hidden.
     */
    public String toJson() {
        return OutcomeFormatter.json(this);
    }

    /** As {@link #describe()}. */
    @Override
    public String toString() {
        return describe();
    }
}
