// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Decides what becomes of each request. The n-th request of a kind for a name meets the same fate in each run. */
final class NetworkFaults {
    private final Scenario scenario;
    private final double share;
    private final long typicalLatency;
    private final boolean lateAnswers;
    private final List<Fate> possible = new ArrayList<>();
    private final Map<String, Integer> requests = new HashMap<>();

    enum Fate {
        SERVED(null),
        REFUSED(Feature.BROKEN_CONNECTIONS),
        RESET(Feature.BROKEN_CONNECTIONS),
        ANSWER_LOST(Feature.LOST_ANSWERS),
        STALLED(Feature.STALLS),
        SERVED_AND_STALLED(Feature.STALLS),
        SERVED_TWICE(Feature.DUPLICATED_REQUESTS),
        THROTTLED(Feature.THROTTLING),
        BROKEN(Feature.SERVER_ERRORS),
        SERVED_AND_BROKEN(Feature.SERVER_ERRORS),
        UNREADABLE(Feature.UNREADABLE_ANSWERS),
        FORBIDDEN(Feature.REFUSALS),
        NO_SUCH_PAGE(Feature.REFUSALS);

        private final Feature feature;

        Fate(Feature feature) {
            this.feature = feature;
        }
    }

    /** @param random further numbers for this request */
    record Draw(Fate fate, Random random) {}

    NetworkFaults(Scenario scenario, int client) {
        this.scenario = scenario;
        Random random = scenario.random("network", client);
        this.share = random.nextDouble() * random.nextDouble() * 0.7;
        this.typicalLatency = (long) (Math.pow(10, random.nextDouble() * 3) * 1_000_000);
        this.lateAnswers = scenario.has(Feature.LATE_ANSWERS);
        for (Fate fate : Fate.values()) {
            if (fate.feature != null && scenario.has(fate.feature)) {
                possible.add(fate);
            }
        }
    }

    Draw draw(int client, Target target) {
        String which = client + " " + target.kind() + " " + target.name();
        Random random = scenario.random(which, requests.merge(which, 1, Integer::sum));
        boolean isFault = !possible.isEmpty() && random.nextDouble() < share;
        return new Draw(isFault ? possible.get(random.nextInt(possible.size())) : Fate.SERVED, random);
    }

    /** The time of one way. */
    long latency(Random random) {
        boolean late = lateAnswers && random.nextInt(25) == 0;
        return (long) (typicalLatency / 2 * (late ? random.nextDouble() * 60 : 0.5 + random.nextDouble()));
    }
}
