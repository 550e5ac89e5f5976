// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import dev.longrun.cli.process.SignalHandler;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ctrl-C when a test says so. */
public final class ManualSignals implements SignalHandler {
    private final Set<Runnable> actions = ConcurrentHashMap.newKeySet();

    @Override
    public Handle onInterrupt(Runnable action) {
        actions.add(action);
        return () -> actions.remove(action);
    }

    public void interrupt() {
        actions.forEach(Runnable::run);
    }

    boolean isAwaited() {
        return !actions.isEmpty();
    }
}
