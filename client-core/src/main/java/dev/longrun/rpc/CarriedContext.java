// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.call.ContextCarrier;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The context of the thread that made this, for other threads. A carrier that fails is logged and does not keep a task
 * from running. Immutable.
 */
public final class CarriedContext {
    private static final CarriedContext NONE = new CarriedContext(UnaryOperator.identity());

    private final UnaryOperator<Runnable> restore;

    private CarriedContext(UnaryOperator<Runnable> restore) {
        this.restore = restore;
    }

    /** The context of the current thread. */
    public static CarriedContext capture(ContextCarrier carrier) {
        if (carrier.equals(ContextCarrier.none())) {
            return NONE;
        }
        try {
            return new CarriedContext(carrier.capture());
        } catch (Throwable failed) {
            LoggerFactory.getLogger(ContextCarrier.class)
                    .warn("a ContextCarrier failed to capture and was ignored", failed);
            return NONE;
        }
    }

    /** Carries what each of them carries; one that fails does not keep the others from theirs. */
    public static ContextCarrier all(List<ContextCarrier> carriers) {
        return switch (carriers.size()) {
            case 0 -> ContextCarrier.none();
            case 1 -> carriers.get(0);
            default -> new Several(List.copyOf(carriers));
        };
    }

    private record Several(List<ContextCarrier> carriers) implements ContextCarrier {
        @Override
        public UnaryOperator<Runnable> capture() {
            List<CarriedContext> contexts =
                    carriers.stream().map(CarriedContext::capture).toList();
            return task -> {
                Runnable wrapped = task;
                for (CarriedContext context : contexts) {
                    wrapped = context.wrap(wrapped);
                }
                return wrapped;
            };
        }
    }

    /** The task in this context. */
    public Runnable wrap(Runnable task) {
        return this == NONE ? task : () -> run(task);
    }

    /** Runs the task in this context, on this thread. */
    public void run(Runnable task) {
        if (this == NONE) {
            task.run();
            return;
        }
        AtomicReference<@Nullable Runnable> left = new AtomicReference<>(task);
        AtomicBoolean succeeded = new AtomicBoolean();
        try {
            restore.apply(() -> {
                        runOnce(left);
                        succeeded.set(true);
                    })
                    .run();
        } catch (Throwable failed) {
            if (left.get() == null && !succeeded.get()) {
                throw failed; // by the task
            }
            LoggerFactory.getLogger(ContextCarrier.class)
                    .warn("a ContextCarrier failed to restore and was ignored", failed);
        }
        runOnce(left);
    }

    /** What the supplier gives in this context, on this thread. */
    public <T> T get(Supplier<T> supplier) {
        if (this == NONE) {
            return supplier.get();
        }
        var value = new AtomicReference<T>();
        run(() -> value.set(supplier.get()));
        return value.get();
    }

    private static void runOnce(AtomicReference<@Nullable Runnable> left) {
        Runnable task = left.getAndSet(null);
        if (task != null) {
            task.run();
        }
    }
}
