// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.service.OperationName;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** The source of a batch, which may throw. */
final class NameSource implements Iterator<OperationName> {
    private final Iterator<OperationName> names;
    private final int throwsAt;
    private final int how;
    private int taken;
    private boolean hasThrown;

    /** @param throwsAt before which name it throws; negative for none */
    NameSource(List<OperationName> names, int throwsAt, int how) {
        this.names = names.iterator();
        this.throwsAt = throwsAt;
        this.how = how;
    }

    boolean hasThrown() {
        return hasThrown;
    }

    @Override
    public boolean hasNext() {
        perhapsThrow(how % 2 == 0);
        return names.hasNext();
    }

    @Override
    public OperationName next() {
        perhapsThrow(true);
        taken++;
        return names.next();
    }

    private void perhapsThrow(boolean here) {
        if (here && taken == throwsAt) {
            hasThrown = true;
            HostileLog.<RuntimeException>sneak(
                    switch (how % 3) {
                        case 0 -> new IllegalStateException("the source throws");
                        case 1 -> new IOException("the source throws what it does not declare");
                        default -> new AssertionError("the source throws an Error");
                    });
        }
    }
}
