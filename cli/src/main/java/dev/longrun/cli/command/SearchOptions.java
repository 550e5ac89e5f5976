// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.sweep.OperationFilter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * Which operations of the listed ones a command is about. The options stay text until a command runs, so that
 * {@code --help} loads little.
 */
final class SearchOptions {
    @Option(
            names = "--filter",
            paramLabel = "FILTER",
            preprocessor = DashedValue.class,
            description =
                    "Only operations like 'age>1h AND verb=create AND NOT target=nightly-*'. May be repeated; all must hold."
                            + " Keys: age, created, ended (<, <=, >, >=: 1h30m, 2026-01-31); progress (also =, !=: 80); done,"
                            + " cancel-requested (yes, no); verb, target, type, name, state, location, service, user,"
                            + " api-version (=, !=; * is any text). What a service does not say never matches, also not under"
                            + " NOT.")
    private List<String> filters = new ArrayList<>();

    @Option(
            names = "--server-filter",
            paramLabel = "FILTER",
            defaultValue = "",
            description = "In the service's own syntax, such as done=false; sent as it is.")
    private String serverFilter = "";

    @Option(
            names = "--all-locations",
            description =
                    "Ask the service for its locations where a PARENT ends in /locations/-, or where --project is given alone, and"
                            + " look in each: for services that do not take -, or have hosts by location, such as Vertex AI.")
    private boolean allLocations;

    /** @throws IllegalArgumentException if one is no filter */
    List<OperationFilter> filters() {
        return filters.stream().map(String::strip).map(OperationFilter::parse).toList();
    }

    String serverFilter() {
        return serverFilter;
    }

    boolean allLocations() {
        return allLocations;
    }

    /** Whether any of them is given. */
    boolean isGiven() {
        return allLocations || !filters.isEmpty() || !serverFilter.isEmpty();
    }
}
