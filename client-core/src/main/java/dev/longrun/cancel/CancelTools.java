// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.operation.Operations;
import dev.longrun.time.Time;
import dev.longrun.watch.OperationWatcher;
import java.util.random.RandomGenerator;

/** What every cancel works with. */
record CancelTools(Operations operations, OperationWatcher watcher, Time time, RandomGenerator random) {}
