// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.wire.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.StringJoiner;

/**
 * The facts that any service reports of an operation, under one set of names.
 *
 * <p>Services spell these facts in many ways ({@code createTime}, {@code genericMetadata.createTime},
 * {@code startTime}; {@code cancelRequested}, {@code requestedCancellation}, {@code cancelTime}, {@code state:
 * CANCELLING}). A fact that the service does not report is empty, never guessed. Each call reads the metadata.
 * Immutable.
 */
public final class OperationInfo {
    private final OperationDialect.Facts facts;

    private OperationInfo(OperationDialect.Facts facts) {
        this.facts = facts;
    }

    static OperationInfo of(Operation operation) {
        return new OperationInfo(Operation.dialect(operation.name().service())
                .facts(operation.name().value(), operation.json()));
    }

    /** The time at which the operation began. */
    public Optional<Instant> createTime() {
        return facts.createTime();
    }

    /** The time at which it ended. */
    public Optional<Instant> endTime() {
        return facts.endTime();
    }

    /** The kind of work, in the service's words: {@code create}, {@code UPDATE_CLUSTER}. */
    public Optional<String> verb() {
        return facts.verb();
    }

    /** The resource that it works on. */
    public Optional<String> target() {
        return facts.target();
    }

    /** The state, in the service's words: {@code PENDING}, {@code RUNNING}. */
    public Optional<String> state() {
        return facts.state();
    }

    /** The user that requested it, such as an e-mail address. */
    public Optional<String> user() {
        return facts.user();
    }

    /** The progress, where the service reports it. */
    public Optional<Progress> progress() {
        return facts.progress().map(Progress::new);
    }

    /** True if the service has noted a cancel request; empty where it does not report that. */
    public Optional<Boolean> cancelRequested() {
        return facts.cancelRequested();
    }

    /** The API version that started it. */
    public Optional<String> apiVersion() {
        return facts.apiVersion();
    }

    /** The age of the operation at {@code now}; empty where the service does not report when it began. */
    public Optional<Duration> age(Instant now) {
        return createTime().map(created -> Duration.between(created, now));
    }

    /** The facts that the service reports: {@code [createTime=…, verb=create]}. */
    @Override
    public String toString() {
        StringJoiner said = new StringJoiner(", ", "[", "]");
        createTime().ifPresent(value -> said.add("createTime=" + value));
        endTime().ifPresent(value -> said.add("endTime=" + value));
        verb().ifPresent(value -> said.add("verb=" + value));
        target().ifPresent(value -> said.add("target=" + value));
        state().ifPresent(value -> said.add("state=" + value));
        user().ifPresent(value -> said.add("user=" + value));
        progress().ifPresent(value -> said.add("progress=" + value));
        cancelRequested().ifPresent(value -> said.add("cancelRequested=" + value));
        apiVersion().ifPresent(value -> said.add("apiVersion=" + value));
        return said.toString();
    }

    /** The progress of an operation, as far as its service reports it. Immutable. */
    public static final class Progress {
        private static final double WHOLE = 1L << 53;

        private final OperationDialect.Amounts amounts;

        Progress(OperationDialect.Amounts amounts) {
            this.amounts = amounts;
        }

        /** From 0 to 100. */
        public OptionalDouble percent() {
            return amounts.percent();
        }

        /** The number of items that succeeded. */
        public OptionalLong done() {
            return amounts.done();
        }

        /** The number of items that failed. */
        public OptionalLong failed() {
            return amounts.failed();
        }

        /** The number of all items. */
        public OptionalLong total() {
            return amounts.total();
        }

        /** {@code 40 %}, {@code 12 of 30, 1 failed}, {@code 1 failed}; an unknown count is {@code ?}. */
        public String describe() {
            if (percent().isPresent()) {
                return Math.round(percent().getAsDouble()) + " %";
            }
            StringJoiner said = new StringJoiner(", ");
            if (done().isPresent() || total().isPresent()) {
                said.add(count(done()) + (total().isPresent() ? " of " + count(total()) : ""));
            }
            if (failed().orElse(0) > 0) {
                said.add(count(failed()) + " failed");
            }
            return said.toString();
        }

        /**
         * {@code {"percent":40}}, {@code {"done":12,"failed":1,"total":30}}: the numbers that the service reports, and
         * no others.
         */
        public String toJson() {
            JsonWriter json = JsonWriter.object();
            percent().ifPresent(percent -> put(json, percent));
            done().ifPresent(count -> json.put("done", count));
            failed().ifPresent(count -> json.put("failed", count));
            total().ifPresent(count -> json.put("total", count));
            return json.end();
        }

        /** A whole number has no point; what is no number is left out, as JSON has none for it. */
        private static void put(JsonWriter json, double percent) {
            if (percent == Math.rint(percent) && Math.abs(percent) < WHOLE) {
                json.put("percent", (long) percent);
            } else if (Double.isFinite(percent)) {
                json.put("percent", percent);
            }
        }

        private static String count(OptionalLong value) {
            return value.isPresent() ? Long.toString(value.getAsLong()) : "?";
        }

        /** As {@link #describe()}. */
        @Override
        public String toString() {
            return describe();
        }
    }
}
