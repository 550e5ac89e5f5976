// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.operation.Operation;
import dev.longrun.time.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Which operations a sweep is after. What a service does not say never matches, so that nothing is cancelled on a
 * guess.
 *
 * <p>Only running operations are ever asked about. A filter of one's own needs the two methods without a body, and is
 * called on one thread.
 */
public interface SweepFilter {

    /** @param now what ages are counted from */
    boolean matches(Operation operation, Instant now);

    /** A few words that go into the plan: {@code older than 1h}. */
    String describe();

    /** What the service is asked to filter by, in its own syntax; empty for nothing. */
    default String onServer() {
        return "";
    }

    /** Those that began more than that long ago. An unknown age never matches. */
    static SweepFilter olderThan(Duration age) {
        if (age.isNegative()) {
            throw new IllegalArgumentException(
                    "an age cannot be negative; give one such as PT1H (one hour); got " + age);
        }
        return new PredicateFilter(
                "older than " + Durations.format(age),
                (operation, now) -> operation
                        .info()
                        .age(now)
                        .filter(it -> it.compareTo(age) > 0)
                        .isPresent());
    }

    /** What it does, without regard to case; {@code *} and {@code ?} stand for anything and for one character. */
    static SweepFilter verb(String glob) {
        Glob wanted = new Glob(glob.toLowerCase(Locale.ROOT));
        return new PredicateFilter(
                "verb is " + glob,
                (operation, now) -> operation
                        .info()
                        .verb()
                        .filter(it -> wanted.matches(it.toLowerCase(Locale.ROOT)))
                        .isPresent());
    }

    /** The resource it works on; a glob without {@code /} is compared with the last segment. */
    static SweepFilter target(String glob) {
        Glob wanted = new Glob(glob);
        return new PredicateFilter(
                "target is " + glob,
                (operation, now) ->
                        operation.info().target().filter(wanted::matchesName).isPresent());
    }

    /** The operation's own name; a glob without {@code /} is compared with the last segment. */
    static SweepFilter name(String glob) {
        Glob wanted = new Glob(glob);
        return new PredicateFilter(
                "name is " + glob,
                (operation, now) -> wanted.matchesName(operation.name().value()));
    }

    /** {@code google.cloud.common.OperationMetadata}, or {@code OperationMetadata} of any package. */
    static SweepFilter metadataType(String type) {
        return new PredicateFilter(
                "metadata type is " + type,
                (operation, now) -> operation
                        .metadata()
                        .filter(it ->
                                it.typeName().equals(type) || it.typeName().endsWith('.' + type))
                        .isPresent());
    }

    /** The state that the service's metadata names, without regard to case: {@code PENDING}, {@code running}. */
    static SweepFilter state(String state) {
        return new PredicateFilter(
                "state is " + state,
                (operation, now) ->
                        operation.info().state().filter(state::equalsIgnoreCase).isPresent());
    }

    /** Whether the service says that somebody has asked to cancel it; one that does not say was not asked. */
    static SweepFilter cancelRequested(boolean wanted) {
        return new PredicateFilter(
                wanted ? "already asked to cancel" : "not yet asked to cancel",
                (operation, now) -> operation.info().cancelRequested().orElse(false) == wanted);
    }

    /**
     * A filter for the list itself, in the service's own syntax, such as {@code done=false}; few services document one.
     */
    static SweepFilter onServer(String expression) {
        return new ServerFilter(expression);
    }

    /**
     * One filter as written on a command line: {@code older-than=1h}, {@code verb=create},
     * {@code target=projects/*}{@code /instances/i}, {@code type=OperationMetadata}, {@code name=nightly-*},
     * {@code state=PENDING}, {@code cancel-requested=no}, {@code server=done=false}.
     *
     * @throws IllegalArgumentException that lists these, if it is none of them
     */
    static SweepFilter parse(String text) {
        return FilterParser.parse(text);
    }
}
