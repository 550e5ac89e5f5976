// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.service.OperationName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which operations a sweep would cancel. To hold one asks nothing of any server; to carry it out, cancel
 * {@link #names}.
 *
 * <p>The names are fixed when the plan is made: what somebody agreed to is what gets cancelled, and an operation that
 * starts later is never in it. A name costs about a quarter of a kilobyte, so 100,000 take some 25 MB. Immutable.
 *
 * @param sweep what was asked for
 * @param at when ages were counted
 * @param counts of all that was listed
 * @param sample the first few of {@code names}, with what they do
 * @param names running when they were listed, each once, in the order of the lists
 * @param unreached what could not be listed
 */
public record SweepPlan(
        Sweep sweep,
        Instant at,
        SweepCounts counts,
        List<PlannedOperation> sample,
        List<OperationName> names,
        List<UnreachableLocation> unreached) {
    private static final int SHOWN = 5;

    public SweepPlan {
        sample = List.copyOf(sample);
        names = List.copyOf(names);
        unreached = List.copyOf(unreached);
    }

    /** How many match and are left out for {@link Sweep#maxOps}. */
    public long beyond() {
        return counts.matched() - names.size();
    }

    /** Such as {@code older than 1h, and verb is create}. */
    public String filters() {
        return sweep.filters().isEmpty()
                ? "every running operation"
                : sweep.filters().stream().map(SweepFilter::describe).collect(Collectors.joining(", and "));
    }

    /** Everything but the names, in lines for people to agree to. */
    public String describe() {
        var text = new StringBuilder();
        line(text, "where: " + where());
        line(text, "which: " + filters());
        line(
                text,
                "seen: " + counts.seen() + ", of which " + counts.done() + " done and " + counts.running()
                        + " running");
        line(text, "to cancel: " + names.size() + leftOut());
        split(text, "by location", counts.byLocation());
        split(text, "by verb", counts.byVerb());
        sample.forEach(each -> line(text, "  " + each.describe()));
        if (names.size() > sample.size() && !sample.isEmpty()) {
            line(text, "  … and " + (names.size() - sample.size()) + " more");
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
        return (beyond() == 0 ? "" : "; " + beyond() + " more match, over the limit of " + sweep.maxOps())
                + (sweep.shard().isAll() ? "" : "; " + counts.elsewhere() + " not of shard " + sweep.shard());
    }

    private static void split(StringBuilder text, String title, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            line(
                    text,
                    title + ": "
                            + counts.entrySet().stream()
                                    .map(each -> each.getKey() + ' ' + each.getValue())
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
