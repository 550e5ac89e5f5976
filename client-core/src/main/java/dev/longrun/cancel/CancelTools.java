// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.operation.Operations;
import dev.longrun.time.TimeSource;
import dev.longrun.watch.OperationWatcher;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/** What every cancel works with. */
record CancelTools(
        Operations operations,
        OperationWatcher watcher,
        TimeSource time,
        RandomGenerator random,
        Executor callbacks,
        CancelOptions defaults) {}
