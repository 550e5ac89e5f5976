// SPDX-License-Identifier: Apache-2.0
package dev.longrun.junit;

import dev.longrun.testkit.ServedRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a test or a class leaves in the report of its run. */
final class TestReport {
    private static final int SHOWN = 100;

    private final ExtensionContext context;

    TestReport(ExtensionContext context) {
        this.context = context;
    }

    /** @param from the number of requests that each server had received before the test; 0 for one that is not in it */
    void requests(Stream<FakeCloud> clouds, Map<FakeCloud, Long> from) {
        String text = clouds.map(cloud -> requests(cloud, from.getOrDefault(cloud, 0L)))
                .collect(Collectors.joining("\n"));
        if (!text.isEmpty()) {
            context.publishReportEntry("longrun.requests", text);
        }
    }

    /** @throws AssertionError if there are leaks of a server that is to fail on them */
    void leaks(Set<FakeCloud> ending) {
        for (FakeCloud cloud : ending) {
            List<String> leaks = cloud.leaks();
            if (leaks.isEmpty()) {
                continue;
            }
            String text = String.join("\n", leaks);
            context.publishReportEntry("longrun.leaks", text);
            if (cloud.settings().failOnLeaks()) {
                throw new AssertionError("these ran on when \"" + context.getDisplayName()
                        + "\" had ended; wait for their futures, cancel them, or close the client:\n" + text);
            }
        }
    }

    private static String requests(FakeCloud cloud, long before) {
        List<ServedRequest> kept = cloud.server().requests();
        long count = cloud.server().requestCount() - before;
        int shown = (int) Math.min(count, Math.min(SHOWN, kept.size()));
        String head = cloud.server().url() + " received "
                + (count == 0 ? "no requests" : count == 1 ? "1 request" : count + " requests")
                + (shown < count ? ", of which the last " + shown + " were" : "");
        return Stream.concat(
                        Stream.of(head),
                        kept.subList(kept.size() - shown, kept.size()).stream()
                                .map(request -> request.at() + " " + request.line()))
                .collect(Collectors.joining("\n"));
    }
}
