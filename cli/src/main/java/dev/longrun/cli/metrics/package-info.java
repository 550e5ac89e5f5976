// SPDX-License-Identifier: Apache-2.0
/**
 * Numbers about one run of a command, for Prometheus.
 *
 * <p>Read {@link dev.longrun.cli.metrics.RunMetrics} first. Knows no options of the command line.
 */
@NullMarked
package dev.longrun.cli.metrics;

import org.jspecify.annotations.NullMarked;
