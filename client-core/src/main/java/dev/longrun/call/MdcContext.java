// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Carries the MDC of SLF4J. */
enum MdcContext implements ContextCarrier {
    INSTANCE;

    @Override
    public UnaryOperator<Runnable> capture() {
        Map<String, String> captured = MDC.getCopyOfContextMap();
        return task -> () -> {
            Map<String, String> before = MDC.getCopyOfContextMap();
            restore(captured);
            try {
                task.run();
            } finally {
                restore(before);
            }
        };
    }

    /** @param entries null if there are none */
    private static void restore(@Nullable Map<String, String> entries) {
        if (entries == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(entries);
        }
    }
}
