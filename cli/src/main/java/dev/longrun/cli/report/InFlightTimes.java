// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import dev.longrun.call.AttemptEvent;
import dev.longrun.call.CallEvent;
import dev.longrun.call.OperationEvent;
import dev.longrun.operation.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The moments of the operations in flight, by full name. Thread-safe. */
final class InFlightTimes {
    private final Map<String, RowTimes> times = new LinkedHashMap<>();

    /** A wait asks as it begins; a cancel when its request leaves. */
    synchronized void started(OperationEvent event, long now) {
        RowTimes begun = event.kind() == OperationEvent.Kind.WATCH ? RowTimes.NONE.withAsked(now) : RowTimes.NONE;
        times.putIfAbsent(event.name().fullName(), begun);
    }

    /** From here on a cancel may have left. */
    synchronized void called(CallEvent call, long now) {
        if (call.method().equals("cancel")) {
            RowTimes before = times.getOrDefault(name(call), RowTimes.NONE);
            times.put(name(call), before.asked() == 0 ? before.withAsked(now) : before);
        }
    }

    /** A request that was answered, or was not. */
    synchronized void attempted(AttemptEvent event, long now) {
        if (event.call().method().equals("cancel")) {
            long begun = now - event.elapsed().toMillis();
            times.computeIfPresent(name(event.call()), (name, before) -> {
                RowTimes asked = before.answered() == 0 && event.number() == 1 ? before.withAsked(begun) : before;
                return event.httpStatus() == 0 ? asked : asked.withAnswered(now);
            });
        }
    }

    private static String name(CallEvent call) {
        return "//" + call.service() + '/' + call.subject();
    }

    synchronized void saw(Operation snapshot, long now) {
        times.computeIfPresent(snapshot.name().fullName(), (name, before) -> {
            RowTimes known = before.created() == 0
                    ? before.withCreated(RowTimes.millis(snapshot.info().createTime()))
                    : before;
            boolean notes = !snapshot.done()
                    && known.noted() == 0
                    && snapshot.info().cancelRequested().orElse(false);
            return notes ? known.withNoted(now) : known;
        });
    }

    /** Forgets the name. Returns null if it was not in flight. */
    @Nullable
    synchronized RowTimes remove(String fullName) {
        return times.remove(fullName);
    }

    synchronized Set<String> names() {
        return Set.copyOf(times.keySet());
    }
}
