// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationInfo;
import dev.longrun.service.OperationName;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

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

    private final boolean afterCancel;
    private long started;
    private long lastRunning = UNKNOWN;
    private EndTimes times;
    private boolean isKindKnown;
    private float progress;

    private EndForecast(boolean afterCancel, long started, EndTimes times) {
        this.afterCancel = afterCancel;
        this.started = started;
        this.times = times;
    }

    /**
     * Before the first read, the operation is taken to be like all others of its service.
     *
     * @param now when the watch begins, on the clock of {@link DueQueue#now}, as all times
     */
    static EndForecast of(OperationName name, boolean afterCancel, long now, PollPacer pacer) {
        return new EndForecast(afterCancel, afterCancel ? now : UNKNOWN, pacer.endTimes(service(name, afterCancel)));
    }

    /** A read showed that the operation runs. */
    void runs(long now) {
        lastRunning = now;
    }

    /** A read showed something new. */
    void changed(Operation operation, OperationInfo info, long now, PollPacer pacer) {
        if (!isKindKnown) {
            isKindKnown = true;
            times = pacer.endTimes(kind(operation, info));
            started = afterCancel ? started : start(info, now, pacer);
        }
        if (operation.done()) {
            ended(operation, info, now, pacer);
        } else if (!afterCancel) {
            OptionalDouble percent =
                    info.progress().map(OperationInfo.Progress::percent).orElseGet(OptionalDouble::empty);
            progress = (float) percent.orElse(0) / 100;
        }
    }

    private static long start(OperationInfo info, long now, PollPacer pacer) {
        return info.age(pacer.wallClock()).map(age -> now - plausible(age)).orElse(UNKNOWN);
    }

    private void ended(Operation operation, OperationInfo info, long now, PollPacer pacer) {
        if (afterCancel) {
            long known = Math.max(lastRunning, started + (long) ((now - started) * BEFORE_FIRST_READ));
            long ran = (known + now) / 2 - started;
            times.record(ran);
            pacer.endTimes(service(operation.name(), afterCancel)).record(ran);
            return;
        }
        Instant created = info.createTime().orElse(null);
        Instant ended = created == null ? null : info.endTime().orElse(null);
        if (ended != null) {
            times.record(plausible(Duration.between(created, ended)));
        }
    }

    /** A time of the service in nanoseconds: its clocks may say anything, and what they say must not end a watch. */
    private static long plausible(Duration time) {
        return time.isNegative() ? 0 : Math.min(LONGEST, NANOSECONDS.convert(time));
    }

    private static String service(OperationName name, boolean afterCancel) {
        String service = name.service().name();
        return afterCancel ? service.concat(" after a cancel") : service;
    }

    private String kind(Operation operation, OperationInfo info) {
        String type = operation
                .json()
                .object("metadata")
                .flatMap(any -> any.string("@type"))
                .orElse("");
        return service(operation.name(), afterCancel) + " " + type + " "
                + info.verb().orElse("");
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
        long end = times.endOf(share, running);
        if (end != PollSchedule.NEVER) {
            return Math.max(0, end - running);
        }
        return progress > 0 && progress < 1 ? (long) (running * (1 - progress) / progress / 2) : PollSchedule.NEVER;
    }
}
