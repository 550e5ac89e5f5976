// SPDX-License-Identifier: Apache-2.0
package dev.longrun.opentelemetry;

import dev.longrun.OperationsClient;
import dev.longrun.call.RateLimiterStats;
import dev.longrun.watch.WatcherStats;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.util.Locale;

/** The asynchronous instruments: what a client says of itself at each collection. */
final class ClientInstruments {
    private final ObservableLongMeasurement watched;
    private final ObservableLongMeasurement activeReads;
    private final ObservableLongMeasurement reads;
    private final ObservableLongMeasurement savedReads;
    private final ObservableDoubleMeasurement rate;
    private final ObservableLongMeasurement waiting;

    ClientInstruments(Meter meter) {
        watched = meter.upDownCounterBuilder("longrun.watcher.operations")
                .setDescription("Operations that are watched now.")
                .setUnit("{operation}")
                .buildObserver();
        activeReads = meter.upDownCounterBuilder("longrun.watcher.active_reads")
                .setDescription("Reads of watched operations that are in flight now.")
                .setUnit("{read}")
                .buildObserver();
        reads = meter.counterBuilder("longrun.watcher.reads")
                .setDescription("Reads of watched operations that were made.")
                .setUnit("{read}")
                .buildObserver();
        savedReads = meter.upDownCounterBuilder("longrun.watcher.saved_reads")
                .setDescription("Gets that lists replaced, less the pages of those lists.")
                .setUnit("{read}")
                .buildObserver();
        rate = meter.gaugeBuilder("longrun.limiter.rate")
                .setDescription("Calls that may be sent now; absent while they are not limited.")
                .setUnit("{call}/s")
                .buildObserver();
        waiting = meter.upDownCounterBuilder("longrun.limiter.waiting")
                .setDescription("Calls that wait for the rate limiter now.")
                .setUnit("{call}")
                .buildObserver();
    }

    BatchCallback register(Meter meter, OperationsClient client, Attributes common) {
        return meter.batchCallback(
                () -> {
                    observeWatcher(client.watcher().stats(), common);
                    client.rateLimiters().forEach(limiter -> observeLimiter(limiter, common));
                },
                watched,
                activeReads,
                reads,
                savedReads,
                rate,
                waiting);
    }

    private void observeWatcher(WatcherStats stats, Attributes common) {
        watched.record(stats.watched(), common);
        activeReads.record(stats.inFlight(), common);
        reads.record(stats.gets(), readBy("get", common));
        reads.record(stats.lists(), readBy("list", common));
        reads.record(stats.waits(), readBy("wait", common));
        savedReads.record(stats.saved(), common);
    }

    private void observeLimiter(RateLimiterStats limiter, Attributes common) {
        Attributes attributes = common.toBuilder()
                .put(AttributeKeys.SERVICE, limiter.service())
                .put(AttributeKeys.CALL_KIND, limiter.kind().name().toLowerCase(Locale.ROOT))
                .build();
        limiter.perSecond().ifPresent(perSecond -> rate.record(perSecond, attributes));
        waiting.record(limiter.waiting(), attributes);
    }

    private static Attributes readBy(String method, Attributes common) {
        return common.toBuilder().put(AttributeKeys.READ_METHOD, method).build();
    }
}
