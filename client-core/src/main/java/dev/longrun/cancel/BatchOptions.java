// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.error.NotSentException;

/**
 * How many operations are cancelled.
 *
 * @param window how many may be under way, results that nobody has read yet included: what bounds the memory
 * @param perSecond how many cancels are begun a second at most; infinite for as many as the service takes. Repetitions
 *     of a request are not counted, they follow the service's own hints
 * @param each how each is cancelled; its timeout begins when the cancel does
 */
public record BatchOptions(int window, double perSecond, CancelOptions each) {
    public BatchOptions {
        if (window < 1) {
            throw new NotSentException("window must be 1 operation or more, for example 1000; got " + window);
        }
        if (!(perSecond > 0)) {
            throw new NotSentException(
                    "perSecond must be more than zero, for example 20 or 0.5 (one in two seconds); got " + perSecond);
        }
    }

    /** A thousand at a time, as fast as the service takes them, each by {@link CancelOptions#defaults}. */
    public static BatchOptions defaults() {
        return new BatchOptions(1_000, Double.POSITIVE_INFINITY, CancelOptions.defaults());
    }

    public BatchOptions withMaxInFlight(int value) {
        return new BatchOptions(value, perSecond, each);
    }

    public BatchOptions withMaxPerSecond(double value) {
        return new BatchOptions(window, value, each);
    }

    public BatchOptions withCancelOptions(CancelOptions value) {
        return new BatchOptions(window, perSecond, value);
    }

    /** Short for a log in {@link #each}. */
    public BatchOptions withLog(WriteAheadLog log) {
        return withCancelOptions(each.withLog(log));
    }
}
