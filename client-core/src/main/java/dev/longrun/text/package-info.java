// SPDX-License-Identifier: Apache-2.0
/**
 * Forms of text: durations as a person writes them ({@code 1h30m}) and as protobuf does ({@code 3.5s}), and the quote
 * of a response body in a message. Functions only; this package knows no other. It is not exported.
 */
@NullMarked
package dev.longrun.text;

import org.jspecify.annotations.NullMarked;
