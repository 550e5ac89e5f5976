// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.simulation.ServiceRecord.What;
import dev.longrun.watch.WatchOutcome;
import java.util.Set;
import java.util.function.Supplier;

/** What one watch says of its operation, compared with the record of the service. */
final class WatchClaim {
    /** Ten seconds between reads, thirty of a wait, twenty of a read. */
    private static final long LONGEST_PAUSE = 62_000_000_000L;

    private final SimulatedClient client;
    private final ModelOperation operation;
    private final long begun;
    private final long deadline;
    private int endings;
    private long ended;
    private WatchOutcome outcome;
    private Throwable failure;
    private boolean isAbandoned;

    WatchClaim(SimulatedClient client, ModelOperation operation, long begun, long timeout) {
        this.client = client;
        this.operation = operation;
        this.begun = begun;
        this.deadline = begun + timeout;
    }

    void end(WatchOutcome result, Throwable thrown, long now) {
        endings++;
        ended = now;
        outcome = result;
        failure = thrown;
    }

    /** The caller cancelled the future. */
    void abandon() {
        isAbandoned = true;
    }

    void check() {
        if (client.process().isKilled() && endings == 0) {
            return;
        }
        require(endings == 1, () -> "ended " + endings + " times");
        if (endings != 1 || isAbandoned) {
            return;
        }
        require(ended <= deadline + client.slack(), () -> "ended " + Trace.seconds(ended - deadline) + " late");
        checkPauses();
        if (outcome == null) {
            require(false, () -> "failed with " + failure);
            return;
        }
        boolean permanent = operation.wasGone(begun, ended)
                || recorded(What.READ_REFUSED, ended)
                || recorded(What.UNREADABLE_SHOWN, ended)
                || client.closedAt() <= ended;
        boolean late = ended >= deadline - (deadline - begun) / 10 - client.slack();
        switch (outcome.kind()) {
            case DONE -> require(operation.isDone(ended), "it ran");
            case TIMED_OUT -> {
                require(late, () -> Trace.seconds(deadline - ended) + " before the deadline");
                require(!recorded(What.DONE_SHOWN, ended - client.slack()), "the client had learnt that it had ended");
            }
            default -> require(permanent, () -> "unreadable: " + outcome.cause());
        }
    }

    /** A wait or a read that hangs is followed by another read. */
    private void checkPauses() {
        if (client.isPunctual() && !client.run().scenario().has(Feature.SERVER_ERRORS)) {
            long longest = client.record()
                    .longestPause(
                            Set.of(operation.name(), operation.parent()),
                            client.number(),
                            What.READ_OVER,
                            begun,
                            Math.min(ended, client.closedAt()));
            require(longest <= LONGEST_PAUSE, () -> "no read was over for " + Trace.seconds(longest));
        }
    }

    private boolean recorded(What what, long to) {
        return client.record().any(operation.name(), Set.of(client.number()), what, begun, to);
    }

    private void require(boolean holds, String otherwise) {
        require(holds, () -> otherwise);
    }

    private void require(boolean holds, Supplier<String> otherwise) {
        client.trace()
                .require(
                        holds,
                        () -> "watch of " + operation.name() + " by client " + client.number() + ", begun at "
                                + Trace.seconds(begun) + ", for " + Trace.seconds(deadline - begun) + ", ended at "
                                + Trace.seconds(ended) + " as " + (outcome == null ? "a failure" : outcome.kind())
                                + ": " + otherwise.get());
    }
}
