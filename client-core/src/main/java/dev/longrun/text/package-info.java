// SPDX-License-Identifier: Apache-2.0
/**
 * Text that is shown: escaped and redacted by one set of rules ({@link dev.longrun.text.SafeText},
 * {@link dev.longrun.text.SecretRedactor}), and the quote of a response body in a message. Forms of text: durations as
 * a person writes them ({@code 1h30m}) and as protobuf does ({@code 3.5s}), percent-encoding, the segments of names and
 * paths. This package knows no other. It is not exported.
 */
@NullMarked
package dev.longrun.text;

import org.jspecify.annotations.NullMarked;
