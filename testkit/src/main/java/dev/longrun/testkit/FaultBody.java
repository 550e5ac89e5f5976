// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.error.Code;
import dev.longrun.service.ApiMethod;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads a fault from a control request and arms it. Faults and their arguments have the names of {@link Fault}. */
final class FaultBody {
    private static final Map<String, Function<ControlBody, Fault>> FAULTS = new TreeMap<>(Map.ofEntries(
            Map.entry("lostResponse", body -> Fault.lostResponse()),
            Map.entry("lostRequest", body -> Fault.lostRequest()),
            Map.entry("cutOff", body -> Fault.cutOff()),
            Map.entry("stall", body -> Fault.stall()),
            Map.entry("slowDrip", body -> Fault.slowDrip(count(body, "bytes", 1), delay(body, "pause"))),
            Map.entry("noContent", body -> Fault.noContent()),
            Map.entry("emptyBody", body -> Fault.emptyBody()),
            Map.entry("truncatedJson", body -> Fault.truncatedJson()),
            Map.entry("unknownType", body -> Fault.unknownType()),
            Map.entry("unknownCode", body -> Fault.unknownCode(count(body, "number", 99))),
            Map.entry("padded", body -> Fault.padded(count(body, "bytes", 1_000_000))),
            Map.entry("htmlNotFound", body -> Fault.htmlNotFound()),
            Map.entry("htmlBadGateway", body -> Fault.htmlBadGateway()),
            Map.entry(
                    "tooManyRequests",
                    body -> body.duration("retryAfter")
                            .map(Fault::tooManyRequests)
                            .orElseGet(Fault::tooManyRequests)),
            Map.entry("tooManyRequestsWithRetryInfo", body -> Fault.tooManyRequestsWithRetryInfo(delay(body, "delay"))),
            Map.entry(
                    "unavailable",
                    body -> body.duration("retryAfter").map(Fault::unavailable).orElseGet(Fault::unavailable)),
            Map.entry("quotaExceeded", body -> Fault.quotaExceeded()),
            Map.entry("permissionDenied", body -> Fault.permissionDenied()),
            Map.entry("unauthenticated", body -> Fault.unauthenticated()),
            Map.entry("error", FaultBody::error),
            Map.entry("redirectTo", body -> Fault.redirectTo(required(body, "url", body.string("url")))),
            Map.entry("respondWith", FaultBody::response)));

    private FaultBody() {}

    /** @throws IllegalArgumentException if the body is wrong; then nothing is armed */
    static void arm(ControlBody body, Faults faults) {
        Optional<String> name = body.string("fault");
        if (name.isEmpty() || !FAULTS.containsKey(name.get())) {
            throw new IllegalArgumentException("fault: expected one of " + FAULTS.keySet() + "; got "
                    + name.map(text -> '"' + text + '"').orElse("none"));
        }
        FaultPoint point = point(body, faults);
        Fault fault = FAULTS.get(name.get()).apply(body);
        Optional<Long> times = body.integer("times", 1, 1_000_000);
        Optional<Double> share = body.share("share");
        long seed = body.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(0L);
        body.requireNoOther();
        if (times.isPresent() && share.isPresent()) {
            throw new IllegalArgumentException("expected times or share, not both");
        }
        if (share.isPresent()) {
            point.sometimes(share.get(), seed, fault);
        } else {
            point.times(times.orElse(1L).intValue(), fault);
        }
    }

    private static FaultPoint point(ControlBody body, Faults faults) {
        FaultPoint point = faults.anywhere();
        Optional<ApiMethod> method = body.oneOf("on", ApiMethod.class);
        if (method.isPresent()) {
            point = point.on(method.get());
        }
        Optional<String> name = body.string("of");
        return name.isPresent() ? point.of(name.get()) : point;
    }

    private static Fault error(ControlBody body) {
        return Fault.error(
                required(body, "code", body.oneOf("code", Code.class)),
                body.string("message").orElse(""),
                body.string("reason").orElse("FAULT"));
    }

    private static Fault response(ControlBody body) {
        return Fault.respondWith(
                required(body, "status", body.integer("status", 200, 599)).intValue(),
                body.strings("headers"),
                body.string("body").orElse(""));
    }

    private static int count(ControlBody body, String field, int usual) {
        return body.integer(field, 1, 100_000_000).orElse((long) usual).intValue();
    }

    private static Duration delay(ControlBody body, String field) {
        return body.duration(field).orElse(Duration.ofSeconds(1));
    }

    private static <T> T required(ControlBody body, String field, Optional<T> value) {
        return value.orElseThrow(() -> new IllegalArgumentException(
                field + ": the fault " + body.string("fault").orElse("") + " needs it; got none"));
    }
}
