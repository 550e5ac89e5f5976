// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many operations are cancelled at once and how fast. Immutable; a value out of range is an
 * {@link IllegalArgumentException}.
 *
 * <pre>{@code
 * BatchOptions options = BatchOptions.defaults().withMaxPerSecond(20).withWriteAheadLog(journal);
 * }</pre>
 */
public final class BatchOptions {
    private static final BatchOptions DEFAULTS = new BatchOptions(1_000, Double.POSITIVE_INFINITY, null, null);

    private final int maxInFlight;
    private final double maxPerSecond;
    private final @Nullable CancelOptions cancelOptions;
    private final @Nullable WriteAheadLog log;

    private BatchOptions(
            int maxInFlight, double maxPerSecond, @Nullable CancelOptions cancelOptions, @Nullable WriteAheadLog log) {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException(
                    "maxInFlight must be 1 operation or more, for example 1000; got " + maxInFlight);
        }
        if (!(maxPerSecond > 0)) {
            throw new IllegalArgumentException(
                    "maxPerSecond must be more than zero, for example 20 or 0.5 (one in two seconds); got "
                            + maxPerSecond);
        }
        this.maxInFlight = maxInFlight;
        this.maxPerSecond = maxPerSecond;
        this.cancelOptions = cancelOptions;
        this.log = log;
    }

    /** At most 1,000 operations at a time, without a limit of the rate, each by the client's options. */
    public static BatchOptions defaults() {
        return DEFAULTS;
    }

    /** The largest number of operations in memory: those under way and those whose result has not been read. */
    public int maxInFlight() {
        return maxInFlight;
    }

    /**
     * The largest number of cancels begun per second, evenly spaced; infinite for no limit. Repetitions of a request
     * are not counted.
     */
    public double maxPerSecond() {
        return maxPerSecond;
    }

    /** How each operation is cancelled; empty for the client's options. Each timeout begins with its cancel. */
    public Optional<CancelOptions> cancelOptions() {
        return Optional.ofNullable(cancelOptions);
    }

    public BatchOptions withMaxInFlight(int value) {
        return new BatchOptions(value, maxPerSecond, cancelOptions, log);
    }

    public BatchOptions withMaxPerSecond(double value) {
        return new BatchOptions(maxInFlight, value, cancelOptions, log);
    }

    public BatchOptions withCancelOptions(CancelOptions value) {
        return new BatchOptions(maxInFlight, maxPerSecond, requireNonNull(value, "cancelOptions"), log);
    }

    /** Takes the place of a write-ahead log of the {@link #cancelOptions}. */
    public BatchOptions withWriteAheadLog(WriteAheadLog value) {
        return new BatchOptions(maxInFlight, maxPerSecond, cancelOptions, requireNonNull(value, "writeAheadLog"));
    }

    /** How each operation is cancelled by a client with these options. */
    CancelOptions each(CancelOptions ofClient) {
        CancelOptions each = cancelOptions == null ? ofClient : cancelOptions;
        return log == null ? each : each.withWriteAheadLog(log);
    }
}
