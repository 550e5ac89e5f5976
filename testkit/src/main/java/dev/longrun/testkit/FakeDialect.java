// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.error.Code;
import dev.longrun.service.Dialect;
import java.time.Duration;
import java.util.Set;

/** How the server speaks of operations in one dialect: the parameters that it reads, the JSON that it writes. */
interface FakeDialect {

    static FakeDialect of(Dialect dialect) {
        return switch (dialect) {
            case LONGRUNNING -> FakeLongrunning.DIALECT;
            case COMPUTE -> FakeCompute.DIALECT;
            case CONTAINER -> FakeContainer.DIALECT;
            case SQLADMIN -> FakeSqlAdmin.DIALECT;
            case DNS -> FakeDns.DIALECT;
        };
    }

    /** The JSON of an operation. */
    String operation(ServedOperation operation);

    /** @throws InvalidArgument if a parameter is malformed */
    ListParameters listParameters(RoutedRequest request);

    /** The JSON of a list. */
    String list(ListPage page);

    /** The fields that the body of a cancel may have. */
    default Set<String> cancelFields() {
        return Set.of();
    }

    /**
     * How long a wait lasts at most: no time where none is documented.
     *
     * @throws InvalidArgument if the timeout is malformed
     */
    default Duration waitTimeout(RoutedRequest request) {
        return Duration.ZERO;
    }

    /** The response to a request that failed, in the form of older APIs unless the dialect has another. */
    default FakeResponse error(Code code, String message, String reason, String service) {
        return LegacyErrors.of(code, message);
    }
}
