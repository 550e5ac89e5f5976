// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationInfo;
import dev.longrun.service.OperationName;
import dev.longrun.text.Counted;
import dev.longrun.text.Durations;
import dev.longrun.text.SafeText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The operations that a sweep would cancel. Holding a plan sends nothing; to carry it out, cancel {@link #names}.
 *
 * <p>The names are fixed when the plan is made: what was confirmed is what gets cancelled, and an operation that starts
 * later is never in it. A name takes about a quarter of a kilobyte, so 100,000 take some 25 MB. Immutable.
 */
public final class SweepPlan {
    private static final int SHOWN = 5;

    private final Sweep sweep;
    private final Instant at;
    private final SweepCounts counts;
    private final List<PlannedOperation> sample;
    private final List<OperationName> names;
    private final List<String> unusable;
    private final List<UnreachableLocation> unreached;

    SweepPlan(
            Sweep sweep,
            Instant at,
            SweepCounts counts,
            List<PlannedOperation> sample,
            List<OperationName> names,
            List<String> unusable,
            List<UnreachableLocation> unreached) {
        this.sweep = sweep;
        this.at = at;
        this.counts = counts;
        this.sample = List.copyOf(sample);
        this.names = List.copyOf(names);
        this.unusable = List.copyOf(unusable);
        this.unreached = List.copyOf(unreached);
    }

    public Sweep sweep() {
        return sweep;
    }

    /** The time that ages are counted from. */
    public Instant at() {
        return at;
    }

    /** Counts of all operations that were listed. */
    public SweepCounts counts() {
        return counts;
    }

    /** The oldest few of {@link #names}, oldest first, those of unknown age last: with age, verb and target. */
    public List<PlannedOperation> sample() {
        return sample;
    }

    /** The operations that ran when they were listed, each once, in the order of the lists. */
    public List<OperationName> names() {
        return names;
    }

    /** The first few of the entries that {@link SweepCounts#unusable} counts: what came, and why it is not usable. */
    public List<String> unusable() {
        return unusable;
    }

    /** The locations that could not be listed. */
    public List<UnreachableLocation> unreached() {
        return unreached;
    }

    /** The number of operations that match but exceed {@link Sweep#maxOps}. */
    public long beyond() {
        return counts.matched() - names.size();
    }

    /** Such as {@code older than 1h, and verb is create}. */
    public String filters() {
        return sweep.filters().isEmpty()
                ? "every running operation"
                : sweep.filters().stream().map(OperationFilter::describe).collect(Collectors.joining(", and "));
    }

    /** The plan without its names, in lines to be confirmed by a person. */
    public String describe() {
        var text = new StringBuilder();
        line(text, "where: " + where());
        line(text, "which: " + filters());
        if (!sweep.serverFilter().isEmpty()) {
            line(text, "of those that the service finds by: " + sweep.serverFilter());
        }
        line(
                text,
                "seen: " + counts.seen() + ", of which " + counts.done() + " done and " + counts.running()
                        + " running");
        split(text, "left out", ": ", counts.leftOut());
        line(text, "to cancel: " + names.size() + leftOut());
        split(text, "by location", " ", counts.byLocation());
        split(text, "by verb", " ", counts.byVerb());
        sample.forEach(each -> line(text, "  " + each.describe()));
        if (names.size() > sample.size() && !sample.isEmpty()) {
            line(text, "  … and " + (names.size() - sample.size()) + " more");
        }
        if (counts.unusable() > 0) {
            line(text, "not usable: " + Counted.of(counts.unusable(), "entry", "entries"));
            unusable.forEach(each -> line(text, "  " + each));
        }
        unreached.forEach(each -> line(text, "not known: " + each.where() + ": " + each.reason()));
        return text.toString();
    }

    private String where() {
        int all = sweep.parents().size();
        String shown = sweep.parents().stream()
                .limit(SHOWN)
                .map(parent -> parent.service().label() + ' ' + parent)
                .collect(Collectors.joining(", "));
        return shown + (all > SHOWN ? " and " + (all - SHOWN) + " more" : "");
    }

    private String leftOut() {
        return (beyond() == 0
                        ? ""
                        : "; " + Counted.of(beyond(), "more matches", "more match") + ", over the limit of "
                                + sweep.maxOps())
                + (sweep.shard().isAll() ? "" : "; " + counts.elsewhere() + " not of shard " + sweep.shard());
    }

    private static void split(StringBuilder text, String title, String separator, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            line(
                    text,
                    title + ": "
                            + counts.entrySet().stream()
                                    .map(each -> each.getKey() + separator + each.getValue())
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(SafeText.of(line)).append('\n');
    }

    /** An operation of the plan with the facts to judge it by. Facts that its service does not report are empty. */
    public static final class PlannedOperation {
        private final OperationName name;
        private final Optional<Duration> age;
        private final Optional<String> verb;
        private final Optional<String> target;

        PlannedOperation(OperationName name, Optional<Duration> age, Optional<String> verb, Optional<String> target) {
            this.name = name;
            this.age = age;
            this.verb = verb;
            this.target = target;
        }

        static PlannedOperation of(Operation operation, Instant now) {
            OperationInfo info = operation.info();
            return new PlannedOperation(operation.name(), info.age(now), info.verb(), info.target());
        }

        public OperationName name() {
            return name;
        }

        /** The age when the plan was made. */
        public Optional<Duration> age() {
            return age;
        }

        /** What it does, as in {@link OperationInfo#verb}. */
        public Optional<String> verb() {
            return verb;
        }

        /** The resource that it works on. */
        public Optional<String> target() {
            return target;
        }

        /** {@code projects/p/locations/l/operations/o, 2h old, create of projects/p/locations/l/instances/i}. */
        public String describe() {
            return SafeText.of(name
                    + age.map(it -> ", " + Durations.format(it) + " old").orElse(", of unknown age")
                    + verb.map(it -> ", " + it).orElse("")
                    + target.map(it -> (verb.isPresent() ? " of " : ", on ") + it)
                            .orElse(""));
        }

        /** The same as {@link #describe}: verb and target are text of the server. */
        @Override
        public String toString() {
            return describe();
        }
    }

    /**
     * A location that could not be listed; its operations are unknown, not absent.
     *
     * @param where with the service: {@code file v1 projects/p/locations/us-east1}
     */
    public record UnreachableLocation(String where, String reason) {}
}
