// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.time.Duration;

/** What the network makes of an answer. */
sealed interface DeliveryFault {

    /** Arrives in one piece. */
    record Whole() implements DeliveryFault {}

    /** The connection closes before the first byte of it. */
    record Lost() implements DeliveryFault {}

    /** The connection closes in the middle of the body. */
    record CutOff() implements DeliveryFault {}

    /** Nothing ever comes; the connection stays open until the client closes it. */
    record Stalled() implements DeliveryFault {}

    /** So many bytes at a time, with that real pause between. */
    record Dripping(int bytes, Duration pause) implements DeliveryFault {}
}
