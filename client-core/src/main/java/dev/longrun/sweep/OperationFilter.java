// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * A condition on operations, applied to their snapshots. A fact that the service does not report never matches, also
 * not under {@code NOT}, so that no operation is cancelled on a guess.
 *
 * <pre>{@code
 * OperationFilter.olderThan(Duration.ofHours(1))
 * OperationFilter.parse("age>1h AND verb=create AND NOT target=nightly-*")
 * OperationFilter.of("id is odd", (operation, now) -> isOdd(operation.name().resource().id()))
 * }</pre>
 *
 * <p>Immutable.
 */
public final class OperationFilter {
    private final List<Restriction> restrictions;

    private OperationFilter(List<Restriction> restrictions) {
        this.restrictions = List.copyOf(restrictions);
    }

    private static OperationFilter of(Restriction restriction) {
        return new OperationFilter(List.of(restriction));
    }

    /**
     * A filter as on a command line, in a part of the language of AIP-160: restrictions such as {@code verb=create},
     * joined by {@code AND}, each perhaps after {@code NOT} or {@code -}. There is no {@code OR}.
     *
     * <table>
     * <caption>Keys</caption>
     * <tr><td>{@code age}, {@code created}, {@code ended}</td><td>with {@code <}, {@code <=}, {@code >}, {@code >=}: a
     *     duration such as {@code 1h30m}, a time such as {@code 2026-01-31T15:04:05Z} or a date (midnight, UTC)</td></tr>
     * <tr><td>{@code progress}</td><td>with all operators: percent, 0 to 100</td></tr>
     * <tr><td>{@code done}, {@code cancel-requested}</td><td>{@code yes} or {@code no}</td></tr>
     * <tr><td>{@code verb}, {@code state}, {@code user}, {@code api-version}</td><td>a glob without regard to
     *     case</td></tr>
     * <tr><td>{@code target}, {@code name}</td><td>a glob; one without {@code /} is compared with the last
     *     segment</td></tr>
     * <tr><td>{@code type}</td><td>{@code google.cloud.common.OperationMetadata}, or {@code OperationMetadata} of any
     *     package</td></tr>
     * <tr><td>{@code location}, {@code service}</td><td>a glob; of a service the short name too</td></tr>
     * <tr><td>{@code older-than}</td><td>{@code older-than=1h} is {@code age>1h}</td></tr>
     * </table>
     *
     * <p>In a glob {@code *} stands for any text and {@code ?} for a character. A value with spaces is put in quotes,
     * {@code "} or {@code '}; {@code cancelRequested} and {@code cancel_requested} are {@code cancel-requested}.
     *
     * @throws IllegalArgumentException for other texts; the message names the character
     */
    public static OperationFilter parse(String text) {
        return new OperationFilter(FilterParser.parse(text));
    }

    /**
     * A filter of the application.
     *
     * @param description for the plan, such as {@code id is odd}
     * @param matches takes the operation and the time that ages are counted from
     */
    public static OperationFilter of(String description, BiPredicate<Operation, Instant> matches) {
        return of(new Restriction(
                description, "not: " + description, "", (operation, now) -> Optional.of(matches.test(operation, now))));
    }

    /** Operations that began more than {@code age} ago. */
    public static OperationFilter olderThan(Duration age) {
        return of(Restrictions.age(FilterOperator.MORE, age));
    }

    /** Operations with this verb, without regard to case; {@code *} stands for any text, {@code ?} for a character. */
    public static OperationFilter verb(String glob) {
        return of(Restrictions.word("verb", glob, OperationInfo::verb));
    }

    /** Operations on this resource; a glob without {@code /} is compared with the last segment of its name. */
    public static OperationFilter target(String glob) {
        return of(Restrictions.target(glob));
    }

    /** Operations with this name; a glob without {@code /} is compared with the id. */
    public static OperationFilter name(String glob) {
        return of(Restrictions.name(glob));
    }

    /** {@code google.cloud.common.OperationMetadata}, or {@code OperationMetadata} of any package. */
    public static OperationFilter metadataType(String type) {
        return of(Restrictions.type(type));
    }

    /**
     * Operations in this state, without regard to case: the service's word, such as {@code PENDING}, or an
     * {@link Operation.State}. {@code RUNNING} is the state of one that runs and whose service has no word for how.
     */
    public static OperationFilter state(String glob) {
        return of(Restrictions.state(glob));
    }

    /**
     * Operations for which a cancel has, or has not, been requested already. A service that does not report this
     * matches neither.
     */
    public static OperationFilter cancelRequested(boolean wanted) {
        return of(Restrictions.cancelRequested(wanted));
    }

    /** @param now the time that ages are counted from */
    public boolean matches(Operation operation, Instant now) {
        return reasonAgainst(operation, now).isEmpty();
    }

    /** Why an operation does not match: {@code age not said}, {@code not older than 1h}; empty if it does. */
    public Optional<String> reasonAgainst(Operation operation, Instant now) {
        for (Restriction restriction : restrictions) {
            Optional<String> reason = restriction.reasonAgainst(operation, now);
            if (reason.isPresent()) {
                return reason;
            }
        }
        return Optional.empty();
    }

    /** A few words for the plan: {@code older than 1h, and verb is create}. */
    public String describe() {
        return restrictions.stream().map(Restriction::description).collect(Collectors.joining(", and "));
    }

    @Override
    public String toString() {
        return describe();
    }
}
