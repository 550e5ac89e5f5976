// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.call.ContextCarrier;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Runs tasks in a captured context; a carrier that fails is logged and does not keep the task from running. */
final class CarriedContext {
    private static final ContextCarrier NONE = ContextCarrier.none();
    private static final UnaryOperator<Runnable> IDENTITY = NONE.capture();

    private CarriedContext() {}

    /** Wraps a task with the context of the current thread. */
    static Runnable wrap(ContextCarrier carrier, Runnable task) {
        return carrier.equals(NONE) ? task : wrap(capture(carrier), task);
    }

    static UnaryOperator<Runnable> capture(ContextCarrier carrier) {
        try {
            return carrier.capture();
        } catch (Throwable failed) {
            LoggerFactory.getLogger(ContextCarrier.class)
                    .warn("a ContextCarrier failed to capture and was ignored", failed);
            return IDENTITY;
        }
    }

    static Runnable wrap(UnaryOperator<Runnable> context, Runnable task) {
        return () -> run(context, task);
    }

    static void run(UnaryOperator<Runnable> context, Runnable task) {
        if (context.equals(IDENTITY)) {
            task.run();
        } else {
            AtomicReference<@Nullable Runnable> left = new AtomicReference<>(task);
            try {
                context.apply(() -> runOnce(left)).run();
            } catch (Throwable failed) {
                if (left.get() == null) {
                    throw failed;
                }
                LoggerFactory.getLogger(ContextCarrier.class)
                        .warn("a ContextCarrier failed to restore and was ignored", failed);
            }
            runOnce(left);
        }
    }

    private static void runOnce(AtomicReference<@Nullable Runnable> left) {
        Runnable task = left.getAndSet(null);
        if (task != null) {
            task.run();
        }
    }

    /** An executor whose tasks run in the context of the thread that submits them. */
    static Executor executor(ContextCarrier carrier, Executor executor) {
        return carrier.equals(NONE) ? executor : task -> executor.execute(wrap(carrier, task));
    }

    /** A time source whose tasks run in the context of the thread that schedules them. */
    static TimeSource time(ContextCarrier carrier, TimeSource time) {
        return carrier.equals(NONE) ? time : new CarryingTimeSource(carrier, time);
    }

    private record CarryingTimeSource(ContextCarrier carrier, TimeSource time) implements TimeSource {
        @Override
        public Instant now() {
            return time.now();
        }

        @Override
        public long nanoTime() {
            return time.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            time.sleep(duration);
        }

        @Override
        public Scheduled schedule(Duration delay, Runnable task) {
            return time.schedule(delay, wrap(carrier, task));
        }
    }
}
