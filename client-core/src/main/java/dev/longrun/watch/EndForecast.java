// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationInfo;
import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * When one watched operation will probably end: as soon as others of its kind did, or as its progress says. After a
 * cancel the time counts from the cancel, otherwise from the start that the service reports. Its end teaches how long
 * the kind runs. Used in the queue of {@link PollScheduler} only. Times are nanoseconds.
 */
final class EndForecast {
    private static final long UNKNOWN = Long.MIN_VALUE;
    private static final long LONGEST = Duration.ofDays(10_000).toNanos();

    /** An end that the first read showed came before it, probably not long before. */
    private static final double BEFORE_FIRST_READ = 0.6;

    private final PollPacer pacer;
    private final String service;
    private final boolean afterCancel;
    private long started;
    private long lastRunning;
    private @Nullable EndTimes times;
    private double progress;

    /**
     * @param service the name of the operation's service
     * @param now when the watch begins, on the clock of {@link DueQueue#now}, as all times
     */
    EndForecast(PollPacer pacer, String service, boolean afterCancel, long now) {
        this.pacer = pacer;
        this.service = service;
        this.afterCancel = afterCancel;
        this.started = afterCancel ? now : UNKNOWN;
        this.lastRunning = UNKNOWN;
    }

    /**
     * A read succeeded.
     *
     * @param isNew whether the snapshot differs from the one before
     */
    void read(Operation operation, boolean isNew, long now) {
        if (operation.done()) {
            learn(operation, now);
            return;
        }
        lastRunning = now;
        if (isNew && times == null) {
            learnKind(operation, now);
        }
        if (isNew && !afterCancel) {
            OptionalDouble percent = operation
                    .info()
                    .progress()
                    .map(OperationInfo.Progress::percent)
                    .orElseGet(OptionalDouble::empty);
            progress = percent.orElse(0) / 100;
        }
    }

    private void learnKind(Operation operation, long now) {
        times = pacer.endTimes(kind(operation));
        if (!afterCancel) {
            started = operation
                    .info()
                    .age(pacer.wallClock())
                    .map(age -> now - plausible(age))
                    .orElse(UNKNOWN);
        }
    }

    private void learn(Operation operation, long now) {
        OperationInfo info = operation.info();
        if (afterCancel) {
            long known = Math.max(lastRunning, started + (long) ((now - started) * BEFORE_FIRST_READ));
            long ran = (known + now) / 2 - started;
            pacer.endTimes(kind(operation)).record(ran);
            pacer.endTimes(kind()).record(ran);
        } else if (info.createTime().isPresent() && info.endTime().isPresent()) {
            Duration ran =
                    Duration.between(info.createTime().get(), info.endTime().get());
            pacer.endTimes(kind(operation)).record(plausible(ran));
        }
    }

    /** A time of the service in nanoseconds: its clocks may say anything, and what they say must not end a watch. */
    private static long plausible(Duration time) {
        return time.isNegative() ? 0 : Math.min(LONGEST, WatchOptions.nanos(time));
    }

    private String kind() {
        return service + (afterCancel ? " after a cancel" : "");
    }

    private String kind(Operation operation) {
        String type = operation
                .json()
                .object("metadata")
                .flatMap(any -> any.string("@type"))
                .orElse("");
        return kind() + " " + type + " " + operation.info().verb().orElse("");
    }

    /**
     * The time until the end, as far as it can be told.
     *
     * @param share how sure the end must be: the share of similar operations that had ended by then
     * @return {@link PollSchedule#NEVER} if nothing is known
     */
    long untilEnd(double share, long now) {
        if (started == UNKNOWN) {
            return PollSchedule.NEVER;
        }
        long running = now - started;
        EndTimes similar = times == null ? pacer.endTimes(kind()) : times;
        long end = similar.endOf(share, running);
        if (end != PollSchedule.NEVER) {
            return Math.max(0, end - running);
        }
        return progress > 0 && progress < 1 ? (long) (running * (1 - progress) / progress / 2) : PollSchedule.NEVER;
    }
}
