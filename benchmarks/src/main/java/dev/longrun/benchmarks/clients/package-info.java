// SPDX-License-Identifier: Apache-2.0
/** The clients that are compared: Longrun, OkHttp alone, and two of Google's. */
@NullMarked
package dev.longrun.benchmarks.clients;

import org.jspecify.annotations.NullMarked;
