// SPDX-License-Identifier: Apache-2.0
/**
 * What is known of the cancel of a service without a request: the documented names and paths, and how an end is told.
 * {@link dev.longrun.cli.explain.ServiceExplanation} comes first.
 */
@NullMarked
package dev.longrun.cli.explain;

import org.jspecify.annotations.NullMarked;
