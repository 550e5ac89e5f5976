// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import java.util.function.UnaryOperator;

/** Carries no context: tasks run as they are. */
enum NoContext implements ContextCarrier {
    INSTANCE;

    private static final UnaryOperator<Runnable> IDENTITY = UnaryOperator.identity();

    /** The same object each time, so that tasks are not wrapped for it. */
    @Override
    public UnaryOperator<Runnable> capture() {
        return IDENTITY;
    }
}
