// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.name.Location;
import dev.longrun.name.NamePattern;
import dev.longrun.name.ResourceName;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A service that may have an operation, by its documented names.
 *
 * @param service in the version that documents such names
 * @param pattern of the names, such as {@code projects/*}{@code /locations/*}{@code /operations/*}
 * @param name with {@code *} for what is not known
 */
public record ServiceCandidate(ServiceDefinition service, NamePattern pattern, String name) {
    private static final String ANY = "*";
    private static final String REST = "**";

    /** Whole names before others, exact patterns before those that end in {@code **}, longer ones before shorter. */
    static final Comparator<ServiceCandidate> LIKELIEST_FIRST = Comparator.comparing(
                    (ServiceCandidate candidate) -> !candidate.isWhole())
            .thenComparing(candidate -> candidate.pattern.segments().contains(REST))
            .thenComparingLong(candidate -> -literals(candidate.pattern))
            .thenComparing(candidate -> candidate.service.name());

    /** As above, but by what project and location complete, and then without special collections. */
    static final Comparator<ServiceCandidate> LIKELIEST_ID_FIRST = Comparator.comparingLong(
                    (ServiceCandidate candidate) -> wildcards(candidate.name))
            .thenComparing(candidate -> candidate.pattern.segments().contains(REST))
            .thenComparingLong(candidate -> -wildcards(candidate.pattern.toString()))
            .thenComparingLong(candidate -> literals(candidate.pattern))
            .thenComparing(candidate -> candidate.service.name());

    /** Whether nothing of the name is missing. */
    public boolean isWhole() {
        return wildcards(name) == 0;
    }

    private static long wildcards(String text) {
        return Arrays.stream(text.split("/")).filter(ANY::equals).count();
    }

    /** The operation, if nothing of its name is missing. */
    public Optional<OperationName> operation() {
        return isWhole() ? Optional.of(OperationName.of(service, name)) : Optional.empty();
    }

    private static long literals(NamePattern pattern) {
        return pattern.segments().stream()
                .filter(segment -> !segment.startsWith(ANY))
                .count();
    }

    /** The candidate with a known name. */
    static ServiceCandidate of(ServiceDefinition service, NamePattern pattern, ResourceName name) {
        return new ServiceCandidate(service, pattern, name.value());
    }

    /**
     * The candidate for an id. Project and location are put where the pattern has them; empty if it has another
     * location.
     */
    static Optional<ServiceCandidate> ofId(
            ServiceDefinition service,
            NamePattern pattern,
            String id,
            Optional<String> project,
            Optional<String> location) {
        List<String> segments = new ArrayList<>(pattern.segments());
        for (int i = 1; i < segments.size() - 1; i++) {
            Optional<String> known = value(segments.get(i - 1), project, location);
            if (segments.get(i).equals(ANY)) {
                segments.set(i, known.orElse(ANY));
            } else if (known.isPresent() && !known.get().equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        segments.set(segments.size() - 1, id);
        return Optional.of(new ServiceCandidate(service, pattern, String.join("/", segments)));
    }

    private static Optional<String> value(String collection, Optional<String> project, Optional<String> location) {
        return switch (collection) {
            case "projects" -> project;
            case "locations" -> location;
            case "zones" -> location.filter(it -> isZone(it));
            case "regions" -> location.filter(it -> !isZone(it));
            default -> Optional.empty();
        };
    }

    private static boolean isZone(String id) {
        Location location = new Location(id);
        return !location.region().equals(location);
    }
}
