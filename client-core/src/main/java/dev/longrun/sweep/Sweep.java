// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.location.Locations;
import dev.longrun.operation.Operation;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationParent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where to look for running operations, and which of them to cancel.
 *
 * <pre>{@code
 * SweepPlan plan = Sweep.of(OperationParent.of(service, "projects/acme/locations/-"))
 *         .withFilter(SweepFilter.olderThan(Duration.ofHours(1)))
 *         .withFilter(SweepFilter.parse("verb=create"))
 *         .plan(client.operations(), now);
 * System.out.println(plan.describe());
 * // once somebody has agreed: cancel plan.names()
 * }</pre>
 *
 * @param parents whose operations; {@code projects/p/locations/-} for all locations where the service understands that,
 *     see {@link #inEachLocation} where it does not
 * @param filters all of which an operation must pass; none for every running operation
 * @param shard the part of them that is this machine's
 * @param maxOps the most that are planned; those beyond it are counted only
 * @param sampleSize how many are shown with what they do
 */
public record Sweep(List<OperationParent> parents, List<SweepFilter> filters, Shard shard, int maxOps, int sampleSize) {
    private static final int MAX_OPS = 100_000;
    private static final int SAMPLE_SIZE = 10;
    private static final String EVERYWHERE = "/locations/-";

    public Sweep {
        parents = parents.stream().distinct().toList();
        filters = List.copyOf(filters);
        if (parents.isEmpty()) {
            throw new IllegalArgumentException(
                    "a sweep needs to know where: one parent or more, such as projects/p/locations/-");
        }
        if (maxOps < 1) {
            throw new IllegalArgumentException("maxOps must be 1 operation or more, for example 1000; got " + maxOps);
        }
        if (sampleSize < 0) {
            throw new IllegalArgumentException("sampleSize must be 0 or more, for example 10; got " + sampleSize);
        }
        serverFilter(filters);
    }

    /** Every running operation of these parents, 100,000 at most. */
    public static Sweep of(Collection<OperationParent> parents) {
        return new Sweep(List.copyOf(parents), List.of(), Shard.all(), MAX_OPS, SAMPLE_SIZE);
    }

    /** As {@link #of(Collection)}. */
    public static Sweep of(OperationParent... parents) {
        return of(Arrays.asList(parents));
    }

    /**
     * Puts the locations that the service lists in the place of {@code projects/p/locations/-}: for services that do
     * not take {@code -}, or whose locations have hosts of their own, such as Vertex AI. A service that lists none is
     * left with {@code -}.
     *
     * @throws IllegalArgumentException if no parent is of that form
     * @throws dev.longrun.error.LongrunException if the locations cannot be listed
     */
    public Sweep inEachLocation(Locations locations) {
        if (parents.stream().noneMatch(Sweep::isEverywhere)) {
            throw new IllegalArgumentException("there are no locations to list: none of the parents ends in "
                    + EVERYWHERE + ", as projects/acme" + EVERYWHERE + " does; got " + parents);
        }
        List<OperationParent> each = parents.stream()
                .flatMap(parent -> isEverywhere(parent) ? locationsOf(parent, locations) : Stream.of(parent))
                .toList();
        return new Sweep(each, filters, shard, maxOps, sampleSize);
    }

    private static boolean isEverywhere(OperationParent parent) {
        return parent.value().endsWith(EVERYWHERE);
    }

    private static Stream<OperationParent> locationsOf(OperationParent parent, Locations locations) {
        String project = parent.value().substring(0, parent.value().length() - EVERYWHERE.length());
        List<OperationParent> each = locations.list(parent.service(), project);
        return each.isEmpty() ? Stream.of(parent) : each.stream();
    }

    /** Narrows it down further. */
    public Sweep withFilter(SweepFilter filter) {
        return new Sweep(
                parents, Stream.concat(filters.stream(), Stream.of(filter)).toList(), shard, maxOps, sampleSize);
    }

    public Sweep withShard(Shard value) {
        return new Sweep(parents, filters, value, maxOps, sampleSize);
    }

    public Sweep withMaxOps(int value) {
        return new Sweep(parents, filters, shard, value, sampleSize);
    }

    public Sweep withSampleSize(int value) {
        return new Sweep(parents, filters, shard, maxOps, value);
    }

    /**
     * Lists, and changes nothing on any server. A parent that cannot be listed does not stop the others; the plan names
     * it.
     *
     * @param now what ages are counted from, for all operations alike
     * @throws dev.longrun.error.LongrunException if no parent could be listed: why the first one could not
     */
    public SweepPlan plan(Operations operations, Instant now) {
        return new SweepPlanner(this, operations, now).run();
    }

    String serverFilter() {
        return serverFilter(filters);
    }

    private static String serverFilter(List<SweepFilter> filters) {
        List<String> texts = filters.stream()
                .map(SweepFilter::onServer)
                .filter(text -> !text.isEmpty())
                .toList();
        if (texts.size() > 1) {
            throw new IllegalArgumentException(
                    "a list takes one filter for the server, joined in the service's own syntax; got " + texts.size()
                            + ": " + String.join(" and ", texts));
        }
        return String.join("", texts);
    }

    boolean matches(Operation operation, Instant now) {
        return filters.stream().allMatch(filter -> filter.matches(operation, now));
    }
}
