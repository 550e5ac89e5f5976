// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.json.Any;
import dev.longrun.operation.Operation;
import dev.longrun.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * A condition on the operations of a sweep. A fact that the service does not report never matches, so that no operation
 * is cancelled on a guess.
 *
 * <pre>{@code
 * SweepFilter.olderThan(Duration.ofHours(1))
 * SweepFilter.parse("verb=create")
 * SweepFilter.of("id is odd", (operation, now) -> isOdd(operation.name().resource().id()))
 * }</pre>
 *
 * <p>Filters see running operations only, one after another. Immutable.
 */
public final class SweepFilter {
    private final String description;
    private final String mismatch;
    private final String unknown;
    private final String onServer;
    private final BiFunction<Operation, Instant, Optional<Boolean>> fact;

    /** @param fact whether the operation matches; empty if the service does not say */
    private SweepFilter(
            String description,
            String mismatch,
            String unknown,
            String onServer,
            BiFunction<Operation, Instant, Optional<Boolean>> fact) {
        this.description = description;
        this.mismatch = mismatch;
        this.unknown = unknown;
        this.onServer = onServer;
        this.fact = fact;
    }

    private static SweepFilter is(String what, String wanted, BiFunction<Operation, Instant, Optional<Boolean>> fact) {
        return new SweepFilter(what + " is " + wanted, what + " is not " + wanted, what + " not said", "", fact);
    }

    /**
     * A filter of the application.
     *
     * @param description for the plan, such as {@code id is odd}
     * @param matches takes the operation and the time that ages are counted from
     */
    public static SweepFilter of(String description, BiPredicate<Operation, Instant> matches) {
        return new SweepFilter(
                description,
                "not: " + description,
                "",
                "",
                (operation, now) -> Optional.of(matches.test(operation, now)));
    }

    /** Operations that began more than {@code age} ago. */
    public static SweepFilter olderThan(Duration age) {
        if (age.isNegative()) {
            throw new IllegalArgumentException(
                    "an age cannot be negative; give one such as PT1H (one hour); got " + age);
        }
        String description = "older than " + Durations.format(age);
        return new SweepFilter(
                description,
                "not " + description,
                "age not said",
                "",
                (operation, now) -> operation.info().age(now).map(it -> it.compareTo(age) > 0));
    }

    /** Operations with this verb, without regard to case; {@code *} stands for any text, {@code ?} for a character. */
    public static SweepFilter verb(String glob) {
        Glob wanted = new Glob(glob.toLowerCase(Locale.ROOT));
        return is(
                "verb",
                glob,
                (operation, now) -> operation.info().verb().map(it -> wanted.matches(it.toLowerCase(Locale.ROOT))));
    }

    /** Operations on this resource; a glob without {@code /} is compared with the last segment of its name. */
    public static SweepFilter target(String glob) {
        Glob wanted = new Glob(glob);
        return is("target", glob, (operation, now) -> operation.info().target().map(wanted::matchesName));
    }

    /** Operations with this name; a glob without {@code /} is compared with the id. */
    public static SweepFilter name(String glob) {
        Glob wanted = new Glob(glob);
        return is(
                "name",
                glob,
                (operation, now) ->
                        Optional.of(wanted.matchesName(operation.name().value())));
    }

    /** {@code google.cloud.common.OperationMetadata}, or {@code OperationMetadata} of any package. */
    public static SweepFilter metadataType(String type) {
        return is(
                "metadata type",
                type,
                (operation, now) -> operation
                        .metadata()
                        .map(Any::typeName)
                        .filter(it -> !it.isEmpty())
                        .map(it -> it.equals(type) || it.endsWith('.' + type)));
    }

    /** Operations whose metadata has this state, without regard to case: {@code PENDING}, {@code running}. */
    public static SweepFilter state(String state) {
        return is("state", state, (operation, now) -> operation.info().state().map(state::equalsIgnoreCase));
    }

    /**
     * Operations for which a cancel has, or has not, been requested already. A service that does not report this
     * matches neither.
     */
    public static SweepFilter cancelRequested(boolean wanted) {
        String requested = "cancel already requested";
        String notRequested = "cancel not yet requested";
        return new SweepFilter(
                wanted ? requested : notRequested,
                wanted ? notRequested : requested,
                "cancel request not said",
                "",
                (operation, now) -> operation.info().cancelRequested().map(it -> it == wanted));
    }

    /**
     * A filter that the service applies to its list, in the service's own syntax, such as {@code done=false}. Few
     * services document one.
     */
    public static SweepFilter onServer(String expression) {
        if (expression.isBlank()) {
            throw new IllegalArgumentException(
                    "the server's filter must be in the service's own syntax, such as done=false; got none");
        }
        return new SweepFilter(
                "the service finds it by " + expression, "", "", expression, (operation, now) -> Optional.of(true));
    }

    /**
     * One filter as on a command line: {@code older-than=1h}, {@code verb=create},
     * {@code target=projects/*}{@code /instances/i}, {@code type=OperationMetadata}, {@code name=nightly-*},
     * {@code state=PENDING}, {@code cancel-requested=no}, {@code server=done=false}.
     *
     * @throws IllegalArgumentException for other texts; the message lists these
     */
    public static SweepFilter parse(String text) {
        return FilterParser.parse(text);
    }

    /** @param now the time that ages are counted from */
    public boolean matches(Operation operation, Instant now) {
        return fact.apply(operation, now).orElse(false);
    }

    /** The reason why an operation does not match: {@code age not said}, {@code not older than 1h}. */
    String reasonAgainst(Operation operation, Instant now) {
        return fact.apply(operation, now).isEmpty() ? unknown : mismatch;
    }

    /** A few words for the plan: {@code older than 1h}. */
    public String describe() {
        return description;
    }

    /** The filter that the service is asked to apply, in its own syntax; empty for none. */
    public String onServer() {
        return onServer;
    }

    @Override
    public String toString() {
        return description;
    }
}
