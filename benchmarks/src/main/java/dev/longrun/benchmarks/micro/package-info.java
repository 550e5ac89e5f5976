// SPDX-License-Identifier: Apache-2.0
/** JMH benchmarks of the code that runs in every call or in every tick of the watcher. */
@NullMarked
package dev.longrun.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
