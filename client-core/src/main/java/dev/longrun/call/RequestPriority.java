// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationsMethod;

/** Kinds of calls that services limit separately, the most urgent first: to stop work beats to look at it. */
enum RequestPriority {
    CHANGE,
    READ,
    LIST;

    static RequestPriority of(ApiMethod method) {
        return method instanceof OperationsMethod rpc ? of(rpc) : LIST;
    }

    private static RequestPriority of(OperationsMethod rpc) {
        return switch (rpc) {
            case CANCEL, DELETE -> CHANGE;
            case GET, WAIT -> READ;
            case LIST -> LIST;
        };
    }
}
