// SPDX-License-Identifier: Apache-2.0
/** JMH benchmarks of the parts that every call or every tick goes through. */
@NullMarked
package dev.longrun.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
