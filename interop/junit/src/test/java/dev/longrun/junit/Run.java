// SPDX-License-Identifier: Apache-2.0
package dev.longrun.junit;

import static java.util.stream.Collectors.joining;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** A run of a test class by JUnit. */
record Run(EngineExecutionResults results) {

    static Run of(Class<?> type) {
        return of(type, Map.of());
    }

    static Run of(Class<?> type, Map<String, String> parameters) {
        return new Run(EngineTestKit.engine("junit-jupiter")
                .configurationParameters(parameters)
                .selectors(selectClass(type))
                .execute());
    }

    long succeeded() {
        return results.testEvents().succeeded().count();
    }

    /** What failed, tests and classes, with all that each says; empty for a run without a failure. */
    String failures() {
        return results.allEvents().failed().stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .flatMap(Run::messages)
                .collect(joining("\n"));
    }

    /** The published text of that key; empty if there is none. */
    Optional<String> entry(String key) {
        return results.allEvents().reportingEntryPublished().stream()
                .map(Run::entry)
                .flatMap(entry -> Optional.ofNullable(entry.getKeyValuePairs().get(key)).stream())
                .findFirst();
    }

    private static ReportEntry entry(Event event) {
        return event.getRequiredPayload(ReportEntry.class);
    }

    private static Stream<String> messages(Throwable thrown) {
        return Stream.concat(
                Stream.of(thrown.toString()),
                Stream.concat(Stream.ofNullable(thrown.getCause()), Stream.of(thrown.getSuppressed()))
                        .flatMap(Run::messages));
    }
}
