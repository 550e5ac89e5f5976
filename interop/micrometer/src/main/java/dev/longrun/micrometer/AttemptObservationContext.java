// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import dev.longrun.call.AttemptEvent;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.RequestReplySenderContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The context of an HTTP request, for conventions and handlers. Its carrier takes the headers that tell the server of
 * the trace; its response is the end of the attempt, whether the server answered or not.
 */
public final class AttemptObservationContext extends RequestReplySenderContext<Map<String, String>, AttemptEvent> {
    private final AttemptEvent start;
    private final Map<String, String> headers = new ConcurrentHashMap<>();

    /** For tests of conventions; a client makes its own. */
    @SuppressWarnings("this-escape") // setters of a superclass that does no more than store
    public AttemptObservationContext(AttemptEvent start) {
        super(
                (carrier, name, value) -> {
                    if (carrier != null) {
                        carrier.put(name, value);
                    }
                },
                Kind.CLIENT);
        this.start = start;
        setCarrier(headers);
        setRemoteServiceName(start.call().service());
        setRemoteServiceAddress(start.call().origin().toString());
    }

    /** What began. */
    public AttemptEvent start() {
        return start;
    }

    /** How it ended; empty until then. */
    public Optional<AttemptEvent> end() {
        return Optional.ofNullable(getResponse());
    }

    Map<String, String> headers() {
        return Map.copyOf(headers);
    }
}
