// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.operation.Operation;
import java.time.Instant;

/** A filter that the service applies: whatever it lists has passed. */
record ServerFilter(String onServer) implements SweepFilter {
    ServerFilter {
        if (onServer.isBlank()) {
            throw new IllegalArgumentException(
                    "the server's filter must be in the service's own syntax, such as done=false; got none");
        }
    }

    @Override
    public boolean matches(Operation operation, Instant now) {
        return true;
    }

    @Override
    public String describe() {
        return "the service finds it by " + onServer;
    }
}
