// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import static java.util.Objects.requireNonNull;

import dev.longrun.OperationsClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The gauges and counters of one client: its watches and its rate limits.
 *
 * <pre>{@code
 * OperationsClientMetrics metrics = new OperationsClientMetrics(client, Tags.of("client", "sweeper"));
 * metrics.bindTo(registry);
 * }</pre>
 *
 * <p>Rate limiters exist for services that were called. {@link LongrunMicrometer#observe} adds their gauges as soon as
 * there are some; without it, {@link #refresh} does. Does not keep a client from being collected. Thread-safe.
 */
public final class OperationsClientMetrics implements MeterBinder, AutoCloseable {
    private final OperationsClient client;
    private final Tags tags;
    private final Consumer<OperationsClientMetrics> onClose;
    private final List<BoundMeters> bound = new CopyOnWriteArrayList<>();

    /** @param tags of each meter, which tell the client from others in the same registry */
    public OperationsClientMetrics(OperationsClient client, Iterable<Tag> tags) {
        this(client, tags, closed -> {});
    }

    OperationsClientMetrics(OperationsClient client, Iterable<Tag> tags, Consumer<OperationsClientMetrics> onClose) {
        this.client = requireNonNull(client, "client");
        this.tags = Tags.of(requireNonNull(tags, "tags"));
        this.onClose = onClose;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        BoundMeters meters = new BoundMeters(registry, client, tags);
        meters.addWatcher();
        meters.addLimiters();
        bound.add(meters);
    }

    /** Adds the gauges of services that were called for the first time since. */
    public void refresh() {
        bound.forEach(BoundMeters::addLimiters);
    }

    /** Removes the meters. */
    @Override
    public void close() {
        onClose.accept(this);
        bound.forEach(BoundMeters::remove);
    }
}
