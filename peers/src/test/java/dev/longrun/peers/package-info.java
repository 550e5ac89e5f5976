// SPDX-License-Identifier: Apache-2.0
/**
 * Google's own Java clients against the fake server. That they can talk to it shows that it speaks the real protocol;
 * what they do when things go wrong is what the comparison in the README rests on, and {@code LongrunTest} has the same
 * situations with Longrun.
 *
 * <p>A test of a peer's behaviour is no judgement of it and no wish that it stay so. When one fails after an upgrade,
 * the peer has changed: correct the README, then the test.
 */
@NullMarked
package dev.longrun.peers;

import org.jspecify.annotations.NullMarked;
