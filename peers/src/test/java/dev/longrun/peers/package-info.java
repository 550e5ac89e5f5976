// SPDX-License-Identifier: Apache-2.0
/**
 * Google's own Java clients against the fake server. They show that the server implements the protocol, and how the
 * clients behave under faults, which the README compares; {@code LongrunTest} has the same faults with Longrun.
 *
 * <p>A test that fails after an upgrade means that the client has changed: correct the README, then the test.
 */
@NullMarked
package dev.longrun.peers;

import org.jspecify.annotations.NullMarked;
