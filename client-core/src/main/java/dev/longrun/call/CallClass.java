// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.service.ApiMethod;
import dev.longrun.service.Rpc;

/** Kinds of calls that services limit separately, the most urgent first: to stop work beats to look at it. */
enum CallClass {
    CHANGE,
    READ,
    LIST;

    static CallClass of(ApiMethod method) {
        return method instanceof Rpc rpc ? of(rpc) : LIST;
    }

    private static CallClass of(Rpc rpc) {
        return switch (rpc) {
            case CANCEL, DELETE -> CHANGE;
            case GET, WAIT -> READ;
            case LIST -> LIST;
        };
    }
}
