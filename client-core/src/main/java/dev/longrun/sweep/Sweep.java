// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.location.Locations;
import dev.longrun.operation.Operation;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationParent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A query for running operations to cancel: where to look, and which of them.
 *
 * <pre>{@code
 * SweepPlan plan = Sweep.of(OperationParent.of(service, "projects/acme/locations/-"))
 *         .withFilter(OperationFilter.olderThan(Duration.ofHours(1)))
 *         .withFilter(OperationFilter.parse("verb=create"))
 *         .plan(client.operations(), now);
 * System.out.println(plan.describe());
 * // once the plan is confirmed: cancel plan.names()
 * }</pre>
 *
 * <p>Immutable; every {@code with…} returns a new sweep.
 */
public final class Sweep {
    private static final int MAX_OPS = 100_000;
    private static final int SAMPLE_SIZE = 10;
    private static final String EVERYWHERE = "/locations/-";

    private final List<OperationParent> parents;
    private final List<OperationFilter> filters;
    private final String serverFilter;
    private final Shard shard;
    private final int maxOps;
    private final int sampleSize;

    private Sweep(
            List<OperationParent> parents,
            List<OperationFilter> filters,
            String serverFilter,
            Shard shard,
            int maxOps,
            int sampleSize) {
        this.parents = parents.stream().distinct().toList();
        this.filters = List.copyOf(filters);
        this.serverFilter = serverFilter;
        if (this.parents.isEmpty()) {
            throw new IllegalArgumentException(
                    "a sweep needs to know where: one parent or more, such as projects/p/locations/-");
        }
        if (maxOps < 1) {
            throw new IllegalArgumentException("maxOps must be 1 operation or more, for example 1000; got " + maxOps);
        }
        if (sampleSize < 0) {
            throw new IllegalArgumentException("sampleSize must be 0 or more, for example 10; got " + sampleSize);
        }
        this.shard = shard;
        this.maxOps = maxOps;
        this.sampleSize = sampleSize;
    }

    /**
     * The parents whose operations are listed; {@code projects/p/locations/-} for all locations where the service
     * accepts that, see {@link #inEachLocation} where it does not.
     */
    public List<OperationParent> parents() {
        return parents;
    }

    /** The filters, all of which an operation must pass; none for every running operation. */
    public List<OperationFilter> filters() {
        return filters;
    }

    /** The filter that the service applies to its lists; {@code ""} for none. */
    public String serverFilter() {
        return serverFilter;
    }

    /** The part of the operations that this machine plans. */
    public Shard shard() {
        return shard;
    }

    /** The most operations that are planned; more are only counted. */
    public int maxOps() {
        return maxOps;
    }

    /** The number of operations that the plan shows in detail. */
    public int sampleSize() {
        return sampleSize;
    }

    /** Every running operation of these parents, 100,000 at most. */
    public static Sweep of(Collection<OperationParent> parents) {
        return new Sweep(List.copyOf(parents), List.of(), "", Shard.all(), MAX_OPS, SAMPLE_SIZE);
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
        checkEverywhere();
        List<OperationParent> each = new ArrayList<>();
        for (OperationParent parent : parents) {
            each.addAll(
                    isEverywhere(parent)
                            ? orItself(parent, locations.list(parent.service(), project(parent)))
                            : List.of(parent));
        }
        return in(each);
    }

    /** As {@link #inEachLocation}, without blocking. */
    public CompletableFuture<Sweep> inEachLocationAsync(Locations locations) {
        checkEverywhere();
        CompletableFuture<List<OperationParent>> all = CompletableFuture.completedFuture(new ArrayList<>());
        for (OperationParent parent : parents) {
            all = all.thenCompose(each -> locationsOf(parent, locations).thenApply(found -> {
                each.addAll(found);
                return each;
            }));
        }
        return all.thenApply(this::in);
    }

    private static CompletableFuture<List<OperationParent>> locationsOf(OperationParent parent, Locations locations) {
        return isEverywhere(parent)
                ? locations.listAsync(parent.service(), project(parent)).thenApply(found -> orItself(parent, found))
                : CompletableFuture.completedFuture(List.of(parent));
    }

    private Sweep in(List<OperationParent> each) {
        return new Sweep(each, filters, serverFilter, shard, maxOps, sampleSize);
    }

    private void checkEverywhere() {
        if (parents.stream().noneMatch(Sweep::isEverywhere)) {
            throw new IllegalArgumentException("there are no locations to list: none of the parents ends in "
                    + EVERYWHERE + ", as projects/acme" + EVERYWHERE + " does; got " + parents);
        }
    }

    private static boolean isEverywhere(OperationParent parent) {
        return parent.value().endsWith(EVERYWHERE);
    }

    private static String project(OperationParent parent) {
        return parent.value().substring(0, parent.value().length() - EVERYWHERE.length());
    }

    private static List<OperationParent> orItself(OperationParent parent, List<OperationParent> found) {
        return found.isEmpty() ? List.of(parent) : found;
    }

    /** Adds a filter. */
    public Sweep withFilter(OperationFilter filter) {
        List<OperationFilter> all =
                Stream.concat(filters.stream(), Stream.of(filter)).toList();
        return new Sweep(parents, all, serverFilter, shard, maxOps, sampleSize);
    }

    /**
     * A filter that the service applies to its lists, in the service's own syntax, such as {@code done=false}. Few
     * services document one.
     */
    public Sweep withServerFilter(String value) {
        return new Sweep(parents, filters, value, shard, maxOps, sampleSize);
    }

    public Sweep withShard(Shard value) {
        return new Sweep(parents, filters, serverFilter, value, maxOps, sampleSize);
    }

    public Sweep withMaxOps(int value) {
        return new Sweep(parents, filters, serverFilter, shard, value, sampleSize);
    }

    public Sweep withSampleSize(int value) {
        return new Sweep(parents, filters, serverFilter, shard, maxOps, value);
    }

    /**
     * Lists the operations, and changes nothing on any server. A parent that cannot be listed does not stop the others;
     * the plan names it.
     *
     * @param now what ages are counted from, for all operations alike
     * @throws dev.longrun.error.LongrunException if no parent could be listed: why the first one could not
     */
    public SweepPlan plan(Operations operations, Instant now) {
        return new SweepPlanner(this, operations, now).run();
    }

    /** As {@link #plan}, without blocking. Cancelling the future aborts the list under way and begins no other. */
    public CompletableFuture<SweepPlan> planAsync(Operations operations, Instant now) {
        return new SweepPlanner(this, operations, now).runAsync();
    }

    /** Why the first filter that the operation does not pass leaves it out. */
    Optional<String> reasonAgainst(Operation operation, Instant now) {
        return filters.stream()
                .flatMap(filter -> filter.reasonAgainst(operation, now).stream())
                .findFirst();
    }
}
