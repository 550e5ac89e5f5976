// SPDX-License-Identifier: Apache-2.0
/**
 * Makes what the archives hold besides jars: {@link dev.longrun.distribution.Documents} writes manual pages and
 * completions, {@link dev.longrun.distribution.RuntimeImage} a Java runtime with its class-data archive. Nothing here
 * is shipped.
 */
@NullMarked
package dev.longrun.distribution;

import org.jspecify.annotations.NullMarked;
