// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import dev.longrun.OperationsClient;
import dev.longrun.call.RateLimiterStats;
import dev.longrun.watch.WatcherStats;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * What a client does now, told without a request. It is always up: a service that cannot be reached for a while is no
 * reason to restart an application or to take it from a load balancer, and the exceptions of its calls tell so.
 *
 * <pre>{@code
 * {"status": "UP", "details": {
 *     "watcher": {"watched": 3, "inFlight": 1, "gets": 8, "lists": 2, "waits": 0, "saved": 14},
 *     "rateLimiters": {"file.googleapis.com": {"change": {"perSecond": 12.5, "waiting": 3}}}}}
 * }</pre>
 *
 * <p>{@code perSecond} is left out where nothing is limited. Counts are those of {@link WatcherStats} and
 * {@link RateLimiterStats}. Thread-safe.
 */
public final class OperationsHealthIndicator extends AbstractHealthIndicator {
    private final OperationsClient client;

    public OperationsHealthIndicator(OperationsClient client) {
        super("the state of the client of long-running operations cannot be read");
        this.client = client;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up()
                .withDetail("watcher", watcher(client.watcher().stats()))
                .withDetail("rateLimiters", rateLimiters());
    }

    private static Map<String, Object> watcher(WatcherStats stats) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("watched", stats.watched());
        counts.put("inFlight", stats.inFlight());
        counts.put("gets", stats.gets());
        counts.put("lists", stats.lists());
        counts.put("waits", stats.waits());
        counts.put("saved", stats.saved());
        return counts;
    }

    private Map<String, Map<String, Object>> rateLimiters() {
        Map<String, Map<String, Object>> services = new LinkedHashMap<>();
        for (RateLimiterStats stats : client.rateLimiters()) {
            Map<String, Object> shown = new LinkedHashMap<>();
            stats.perSecond().ifPresent(rate -> shown.put("perSecond", rate));
            shown.put("waiting", stats.waiting());
            services.computeIfAbsent(stats.service(), name -> new LinkedHashMap<>())
                    .put(stats.kind().name().toLowerCase(Locale.ROOT), shown);
        }
        return services;
    }
}
