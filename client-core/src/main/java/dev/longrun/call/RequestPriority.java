// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationsMethod;

/** Kinds of calls that services limit separately, the most urgent first. */
enum RequestPriority {
    /** Cancels and deletes. */
    CHANGE,
    /** Gets and waits. */
    READ,
    /** Lists of operations and of locations. */
    LIST;

    static final int COUNT = values().length;

    static RequestPriority of(ApiMethod method) {
        if (method == OperationsMethod.CANCEL || method == OperationsMethod.DELETE) {
            return CHANGE;
        }
        return method == OperationsMethod.GET || method == OperationsMethod.WAIT ? READ : LIST;
    }
}
