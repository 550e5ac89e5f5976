// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.operation.OperationInfo;
import dev.longrun.text.Durations;
import dev.longrun.text.SafeText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The facts that a filter can compare. Fields of the command's JSON are other spellings of them. */
enum FilterKey {
    AGE("age", (operator, value) -> Restrictions.age(operator, Durations.parse(value))),
    CREATED(
            "created",
            (operator, value) -> Restrictions.time("created", operator, value, OperationInfo::createTime),
            "create-time"),
    ENDED(
            "ended",
            (operator, value) -> Restrictions.time("ended", operator, value, OperationInfo::endTime),
            "end-time"),
    VERB("verb", (operator, value) -> Restrictions.word("verb", value, OperationInfo::verb)),
    TARGET("target", (operator, value) -> Restrictions.target(value)),
    TYPE("type", (operator, value) -> Restrictions.type(value)),
    NAME("name", (operator, value) -> Restrictions.name(value)),
    STATE("state", (operator, value) -> Restrictions.state(value)),
    DONE("done", (operator, value) -> Restrictions.done(yesOrNo("done", value))),
    CANCEL_REQUESTED(
            "cancel-requested", (operator, value) -> Restrictions.cancelRequested(yesOrNo("cancel-requested", value))),
    PROGRESS("progress", Restrictions::progress),
    LOCATION("location", (operator, value) -> Restrictions.location(value)),
    SERVICE("service", (operator, value) -> Restrictions.service(value)),
    USER("user", (operator, value) -> Restrictions.word("user", value, OperationInfo::user)),
    API_VERSION("api-version", (operator, value) -> Restrictions.word("API version", value, OperationInfo::apiVersion)),
    OLDER_THAN("older-than", (operator, value) -> Restrictions.age(FilterOperator.MORE, Durations.parse(value)));

    private static final List<FilterKey> COMPARED = List.of(AGE, CREATED, ENDED, PROGRESS);

    private final String label;
    private final Reader reader;
    private final String other;

    @FunctionalInterface
    private interface Reader {
        Restriction read(FilterOperator operator, String value);
    }

    FilterKey(String label, Reader reader) {
        this(label, reader, label);
    }

    FilterKey(String label, Reader reader, String other) {
        this.label = label;
        this.reader = reader;
        this.other = other;
    }

    /** Takes {@code cancel-requested}, {@code cancelRequested} and {@code cancel_requested} for one key. */
    static Optional<FilterKey> of(String text) {
        String plain = plain(text);
        return Arrays.stream(values())
                .filter(key ->
                        plain(key.label).equals(plain) || plain(key.other).equals(plain))
                .findFirst();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** {@code age, created, …}. */
    static String all() {
        return Arrays.stream(values()).map(key -> key.label).collect(Collectors.joining(", "));
    }

    /** A restriction for the error of one that is incomplete: {@code age>1h}. */
    String example() {
        return switch (this) {
            case AGE -> "age>1h";
            case CREATED, ENDED -> label + ">=2026-01-31";
            case PROGRESS -> "progress>=80";
            case DONE, CANCEL_REQUESTED -> label + "=no";
            case OLDER_THAN -> "older-than=1h";
            default -> label + "=create*";
        };
    }

    /** @throws IllegalArgumentException if the key does not take the operator or the value */
    Restriction restriction(FilterOperator operator, String value) {
        boolean equality = operator == FilterOperator.EQUAL || operator == FilterOperator.NOT_EQUAL;
        if (COMPARED.contains(this) ? equality && this != PROGRESS : !equality) {
            throw new IllegalArgumentException("%s takes %s, such as %s; got %s"
                    .formatted(
                            label,
                            COMPARED.contains(this) ? "<, <=, > and >=" : "= and !=",
                            example(),
                            operator.symbol()));
        }
        Restriction read = reader.read(operator, value);
        return operator == FilterOperator.NOT_EQUAL && this != PROGRESS ? read.negated() : read;
    }

    private static boolean yesOrNo(String key, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new IllegalArgumentException(key + " must be yes or no; got " + SafeText.quoted(value));
        };
    }
}
