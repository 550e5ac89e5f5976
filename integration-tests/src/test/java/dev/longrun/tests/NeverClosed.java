// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import dev.longrun.OperationsClient;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;

/** Calls in both ways, starts timers and threads, and closes nothing. Started by {@link ProcessTest}. */
final class NeverClosed {
    private NeverClosed() {}

    public static void main(String[] args) {
        OperationsClient client =
                OperationsClient.builder().withoutCredentials().build();
        Operations operations = client.operations();
        OperationName name = Harness.name("cancels-0-x");
        System.out.println(operations.get(name).done());
        System.out.println(operations.getAsync(name).join().done());
        System.out.println(client.canceller().cancel(name).isCancelled());
    }
}
