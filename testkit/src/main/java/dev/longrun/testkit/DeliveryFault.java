// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.time.Duration;

/** What the network does with a response. */
sealed interface DeliveryFault {

    /** Delivers it unchanged. */
    record Whole() implements DeliveryFault {}

    /** Closes the connection before the first byte. */
    record Dropped() implements DeliveryFault {}

    /** Closes the connection in the middle of the body. */
    record CutOff() implements DeliveryFault {}

    /** Sends nothing and keeps the connection open until the client closes it. */
    record Stalled() implements DeliveryFault {}

    /** Sends {@code bytes} at a time, with a pause in real time between. */
    record Dripping(int bytes, Duration pause) implements DeliveryFault {}
}
