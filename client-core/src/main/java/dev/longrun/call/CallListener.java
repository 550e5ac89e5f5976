// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

/**
 * Is told of every attempt, so that metrics, traces and logs can be made outside.
 *
 * <pre>{@code
 * OperationsClient.builder().listener(event -> requests.labels(event.rpc().label()).inc())
 * }</pre>
 *
 * <p>Called on the thread that made the attempt, so it must be quick and thread-safe. What it throws is logged as a
 * warning and changes nothing.
 */
@FunctionalInterface
public interface CallListener {
    void onAttempt(AttemptEvent event);

    /** Listens to nothing. */
    static CallListener none() {
        return event -> {};
    }
}
