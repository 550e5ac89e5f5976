// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What each request of a client must hold to: the plan, the write-ahead log, the rate and the hints of the service. */
final class RequestRules {
    /** What the tasks between a permit and its request may take. */
    private static final long SLACK = 10_000_000L;

    private final SimulatedWorld world;
    private final Trace trace;
    private final double perSecond;
    private final Map<String, Supplier<String>> toRead = new HashMap<>();
    private final Map<String, Supplier<String>> toCancel = new HashMap<>();
    private final Map<String, List<Long>> sent = new HashMap<>();
    private final Map<String, Long> pausedUntil = new HashMap<>();
    private final Map<String, Long> pausedFrom = new HashMap<>();
    private boolean closed;

    /** @param perSecond the fixed rate; infinite for none */
    RequestRules(SimulatedWorld world, Trace trace, double perSecond) {
        this.world = world;
        this.trace = trace;
        this.perSecond = perSecond;
    }

    /** @param objection is asked before each read, but not before a list; empty if the request may leave */
    void mayRead(String name, Supplier<String> objection) {
        toRead.put(name, objection);
    }

    /** @param objection is asked before each cancel; empty if the request may leave */
    void mayCancel(String name, Supplier<String> objection) {
        toCancel.put(name, objection);
    }

    /** The client was closed: nothing may be sent. */
    void close() {
        closed = true;
    }

    void sent(Target target) {
        long now = world.now();
        trace.require(!closed, () -> target + " was sent after the client was closed");
        switch (target.kind()) {
            case CANCEL -> check(target, toCancel);
            case GET, WAIT -> check(target, toRead);
            case LIST ->
                trace.require(
                        ModelApi.of(target.name()).hasList()
                                && toRead.keySet().stream().anyMatch(name -> name.startsWith(target.name() + "/")),
                        () -> target + " has nothing of the plan");
        }
        checkHint(target, now);
        checkRate(target, now);
    }

    private void check(Target target, Map<String, Supplier<String>> planned) {
        String objection = planned.getOrDefault(target.name(), () -> "it is not in the plan")
                .get();
        trace.require(objection.isEmpty(), () -> target + " was sent: " + objection);
    }

    private void checkHint(Target target, long now) {
        long from = pausedFrom.getOrDefault(lane(target), 0L) + SLACK;
        long until = pausedUntil.getOrDefault(lane(target), 0L);
        trace.require(
                now < from || now >= until - SLACK,
                () -> target + " was sent " + Trace.seconds(until - now) + " before the service wanted it");
    }

    /** A limit is for one kind of calls to one service. */
    private static String lane(Target target) {
        Target.Kind kind = target.kind() == Target.Kind.WAIT ? Target.Kind.GET : target.kind();
        return kind + " " + ModelApi.of(target.name());
    }

    private void checkRate(Target target, long now) {
        if (perSecond == Double.POSITIVE_INFINITY) {
            return;
        }
        List<Long> before = sent.computeIfAbsent(lane(target), key -> new ArrayList<>());
        before.add(now);
        int from = Math.max(0, before.size() - 10);
        double least = (before.size() - 1 - from) * 1e9 / perSecond - SLACK;
        trace.require(
                now - before.get(from) >= least, () -> target + " exceeds the rate of " + perSecond + " a second");
    }

    /** @param hint of the service, in nanoseconds */
    void answered(Target target, HttpResponse response, long hint) {
        if (response.status() == 429) {
            long until = world.now() + hint;
            if (until > pausedUntil.getOrDefault(lane(target), 0L)) {
                boolean goesOn = world.now() < pausedUntil.getOrDefault(lane(target), 0L);
                pausedFrom.put(lane(target), goesOn ? pausedFrom.get(lane(target)) : world.now());
                pausedUntil.put(lane(target), until);
            }
        }
    }
}
