// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import dev.longrun.service.OperationName;
import dev.longrun.text.Durations;
import dev.longrun.text.SafeText;
import dev.longrun.time.Deadline;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Decides what an agent may cancel: operations of a plan that it made in this session, not long ago, and no more than
 * the session allows, all plans together. Names of a plan are fixed, so an operation that starts later is in none.
 * Thread-safe.
 */
final class PlanLedger {
    static final Duration VALID = Duration.ofMinutes(10);
    private static final int MOST_PLANS = 20;
    private static final int SHOWN = 5;

    private final TimeSource time;
    private final int maxCancels;
    private final Supplier<String> ids;
    private final Map<String, Plan> plans = new LinkedHashMap<>();
    private final Set<OperationName> claimed = new HashSet<>();

    /**
     * @param maxCancels the most operations of the session
     * @param ids makes ids that an agent cannot guess
     */
    PlanLedger(TimeSource time, int maxCancels, Supplier<String> ids) {
        this.time = time;
        this.maxCancels = maxCancels;
        this.ids = ids;
    }

    private record Plan(Deadline deadline, List<OperationName> names) {}

    /** Keeps a plan, and forgets the oldest of many. Returns its id. */
    synchronized String keep(Collection<OperationName> names) {
        if (plans.size() == MOST_PLANS) {
            plans.remove(plans.keySet().iterator().next());
        }
        String id = ids.get();
        plans.put(id, new Plan(Deadline.after(VALID, time), List.copyOf(names)));
        return id;
    }

    /** The number of operations that this session may still cancel. */
    synchronized int left() {
        return maxCancels - claimed.size();
    }

    /**
     * Claims operations of a plan to be cancelled now; those that were claimed before do not count again.
     *
     * @param texts full or relative names, as the plan has them; all of the plan if there are none
     * @throws IllegalArgumentException if one of them may not be cancelled: then none may, and the message says why
     */
    synchronized Set<OperationName> claim(String id, List<String> texts) {
        Plan plan = valid(id);
        Set<OperationName> names = texts.isEmpty() ? new LinkedHashSet<>(plan.names) : chosen(id, plan, texts);
        if (names.isEmpty()) {
            throw refused("plan %s has no operations".formatted(SafeText.quoted(id)));
        }
        long further = names.stream().filter(name -> !claimed.contains(name)).count();
        if (further > left()) {
            throw refused(
                    ("this session may cancel %s operations (--max-ops), %s are left, and these are %s; give `names`"
                                    + " with fewer of the plan, or let the user start lro mcp with a higher --max-ops")
                            .formatted(maxCancels, left(), further));
        }
        claimed.addAll(names);
        return names;
    }

    private Plan valid(String id) {
        Plan plan = plans.get(id);
        if (plan == null) {
            throw refused("there is no plan %s in this session; make one with plan_sweep and give its planId"
                    .formatted(SafeText.quoted(id)));
        }
        if (plan.deadline.passed()) {
            throw refused("plan %s is older than %s, and what runs has changed; make a new one with plan_sweep"
                    .formatted(SafeText.quoted(id), Durations.format(VALID)));
        }
        return plan;
    }

    private static Set<OperationName> chosen(String id, Plan plan, List<String> texts) {
        Set<OperationName> names = new LinkedHashSet<>();
        for (String text : texts) {
            List<OperationName> meant =
                    plan.names.stream().filter(name -> isCalled(name, text)).toList();
            if (meant.size() > 1) {
                throw refused("%s is a name of several services of the plan; give the full name, such as %s"
                        .formatted(SafeText.quoted(text), meant.get(0).fullName()));
            }
            names.addAll(meant);
        }
        List<String> others = texts.stream()
                .filter(text -> plan.names.stream().noneMatch(name -> isCalled(name, text)))
                .toList();
        if (!others.isEmpty()) {
            throw refused(
                    "not in plan %s: %s%s; cancel_operations takes only operations of the plan, by their names in it"
                            .formatted(SafeText.quoted(id), shown(others), others.size() > SHOWN ? " and others" : ""));
        }
        return names;
    }

    private static String shown(List<String> texts) {
        return String.join(
                ", ", texts.stream().limit(SHOWN).map(SafeText::quoted).toList());
    }

    private static boolean isCalled(OperationName name, String text) {
        return text.equals(name.value()) || text.equals(name.fullName()) || text.equals(name.url());
    }

    private static IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("nothing was cancelled: " + reason);
    }
}
