// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import dev.longrun.OperationsClient;
import dev.longrun.call.RateLimiterStats;
import dev.longrun.watch.WatcherStats;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The meters of a client in one registry. Thread-safe. */
final class BoundMeters {
    private final MeterRegistry registry;
    private final OperationsClient client;
    private final Tags tags;
    private final Set<Meter> meters = new HashSet<>();
    private final Set<Tags> limiters = new HashSet<>();
    private boolean removed;

    BoundMeters(MeterRegistry registry, OperationsClient client, Tags tags) {
        this.registry = registry;
        this.client = client;
        this.tags = tags;
    }

    synchronized void addWatcher() {
        gauge("longrun.watcher.operations", "Operations that are watched now", tags, of(WatcherStats::watched));
        gauge(
                "longrun.watcher.reads.active",
                "Reads of watched operations that are in flight now",
                tags,
                of(WatcherStats::inFlight));
        gauge(
                "longrun.watcher.reads.saved",
                "Gets that lists replaced, less the pages of those lists",
                tags,
                of(WatcherStats::saved));
        reads("get", of(WatcherStats::gets));
        reads("list", of(WatcherStats::lists));
        reads("wait", of(WatcherStats::waits));
    }

    synchronized void addLimiters() {
        if (!removed) {
            client.rateLimiters().forEach(this::addLimiter);
        }
    }

    synchronized void remove() {
        removed = true;
        meters.forEach(registry::remove);
        meters.clear();
    }

    private void addLimiter(RateLimiterStats limiter) {
        String service = limiter.service();
        RateLimiterStats.Kind kind = limiter.kind();
        Tags each = tags.and(
                "longrun.service", service, "longrun.call.kind", kind.name().toLowerCase(Locale.ROOT));
        if (limiters.add(each)) {
            gauge(
                    "longrun.limiter.rate",
                    "Calls a second that may be sent now; NaN while they are not limited",
                    each,
                    from -> now(from, service, kind).perSecond().orElse(Double.NaN));
            gauge(
                    "longrun.limiter.waiting",
                    "Calls that wait for the rate limiter now",
                    each,
                    from -> now(from, service, kind).waiting());
        }
    }

    private static RateLimiterStats now(OperationsClient client, String service, RateLimiterStats.Kind kind) {
        return client.rateLimiters().stream()
                .filter(limiter -> limiter.kind() == kind && limiter.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static ToDoubleFunction<OperationsClient> of(ToDoubleFunction<WatcherStats> number) {
        return from -> number.applyAsDouble(from.watcher().stats());
    }

    private void gauge(String name, String description, Tags each, ToDoubleFunction<OperationsClient> value) {
        meters.add(Gauge.builder(name, client, value)
                .description(description)
                .tags(each)
                .register(registry));
    }

    private void reads(String method, ToDoubleFunction<OperationsClient> value) {
        meters.add(FunctionCounter.builder("longrun.watcher.reads", client, value)
                .description("Reads of watched operations that were made")
                .tags(tags.and("longrun.read.method", method))
                .register(registry));
    }
}
