// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.json.Any;
import dev.longrun.name.Location;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationInfo;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.text.Durations;
import dev.longrun.text.SafeText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A restriction for each fact of an operation. A value that cannot be compared is an {@link IllegalArgumentException}.
 */
final class Restrictions {
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,9})?) ?%?");

    private Restrictions() {}

    static Restriction age(FilterOperator operator, Duration age) {
        if (age.isNegative()) {
            throw new IllegalArgumentException(
                    "an age cannot be negative; give one such as PT1H (one hour); got " + age);
        }
        String text = Durations.format(age);
        return Restriction.compared(
                operator,
                age,
                "age not said",
                by -> switch (by) {
                    case LESS -> "younger than " + text;
                    case AT_MOST -> "not older than " + text;
                    case MORE -> "older than " + text;
                    case AT_LEAST -> "not younger than " + text;
                    case EQUAL, NOT_EQUAL -> by.symbol();
                },
                (operation, now) -> operation.info().age(now));
    }

    static Restriction time(
            String what, FilterOperator operator, String value, Function<OperationInfo, Optional<Instant>> fact) {
        Instant wanted = instant(value);
        return Restriction.compared(
                operator,
                wanted,
                what + " not said",
                by -> switch (by) {
                    case LESS -> what + " before " + wanted;
                    case AT_MOST -> what + " not after " + wanted;
                    case MORE -> what + " after " + wanted;
                    case AT_LEAST -> what + " not before " + wanted;
                    case EQUAL, NOT_EQUAL -> by.symbol();
                },
                (operation, now) -> fact.apply(operation.info()));
    }

    private static Instant instant(String value) {
        try {
            return value.indexOf('T') < 0
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "a time must look like 2026-01-31T15:04:05Z or 2026-01-31 (midnight, UTC); got "
                            + SafeText.quoted(value),
                    e);
        }
    }

    static Restriction progress(FilterOperator operator, String value) {
        var form = PERCENT.matcher(value);
        if (!form.matches() || Double.parseDouble(form.group(1)) > 100) {
            throw new IllegalArgumentException(
                    "progress must be a number of percent from 0 to 100, such as 80; got " + SafeText.quoted(value));
        }
        String text = form.group(1) + " %";
        return Restriction.compared(
                operator,
                Double.valueOf(form.group(1)),
                "progress not said",
                by -> "progress "
                        + switch (by) {
                            case LESS -> "below ";
                            case AT_MOST -> "at most ";
                            case MORE -> "above ";
                            case AT_LEAST -> "at least ";
                            case EQUAL -> "is ";
                            case NOT_EQUAL -> "is not ";
                        }
                        + text,
                (operation, now) -> operation.info().progress().flatMap(Restrictions::percent));
    }

    /** The percentage that the service reports, or that its counts amount to. */
    private static Optional<Double> percent(OperationInfo.Progress progress) {
        if (progress.percent().isPresent()) {
            return Optional.of(progress.percent().getAsDouble());
        }
        boolean counted = progress.done().isPresent() && progress.total().orElse(0) > 0;
        return counted
                ? Optional.of(
                        100.0 * progress.done().getAsLong() / progress.total().getAsLong())
                : Optional.empty();
    }

    /** A glob without regard to case. */
    static Restriction word(String what, String glob, Function<OperationInfo, Optional<String>> fact) {
        Glob wanted = new Glob(glob.toLowerCase(Locale.ROOT));
        return Restriction.is(
                what, glob, operation -> fact.apply(operation.info()).map(it -> matches(wanted, it)));
    }

    private static boolean matches(Glob wanted, String text) {
        return wanted.matches(text.toLowerCase(Locale.ROOT));
    }

    static Restriction target(String glob) {
        Glob wanted = new Glob(glob);
        return Restriction.is(
                "target", glob, operation -> operation.info().target().map(wanted::matchesName));
    }

    static Restriction name(String glob) {
        Glob wanted = new Glob(glob);
        return Restriction.is(
                "name",
                glob,
                operation -> Optional.of(wanted.matchesName(operation.name().value())));
    }

    static Restriction type(String glob) {
        Glob whole = new Glob(glob);
        Glob ofAnyPackage = new Glob("*." + glob);
        return Restriction.is(
                "metadata type",
                glob,
                operation -> operation
                        .metadata()
                        .map(Any::typeName)
                        .filter(it -> !it.isEmpty())
                        .map(it -> whole.matches(it) || ofAnyPackage.matches(it)));
    }

    /**
     * The service's word for a state, and the command's for one that is done. Of an operation that runs, and whose
     * service has no word for how, only that is known: it is {@code RUNNING}.
     */
    static Restriction state(String glob) {
        if (glob.equalsIgnoreCase("done")) {
            throw new IllegalArgumentException(
                    "state is RUNNING, SUCCEEDED, FAILED, CANCELLED, ENDED or the service's own"
                            + " word, such as PENDING; write done=yes for all that are done; got "
                            + SafeText.quoted(glob));
        }
        Glob wanted = new Glob(glob.toLowerCase(Locale.ROOT));
        return Restriction.is("state", glob, operation -> isState(wanted, operation));
    }

    private static Optional<Boolean> isState(Glob wanted, Operation operation) {
        Optional<Boolean> said = operation.info().state().map(it -> matches(wanted, it));
        boolean seen = matches(wanted, operation.state().name());
        if (operation.done()) {
            return Optional.of(seen || said.orElse(false));
        }
        return said.isPresent() || !seen ? said : Optional.of(true);
    }

    static Restriction done(boolean wanted) {
        Restriction done = new Restriction("done", "not done", "", (operation, now) -> Optional.of(operation.done()));
        return wanted ? done : done.negated();
    }

    static Restriction cancelRequested(boolean wanted) {
        Restriction requested = new Restriction(
                "cancel already requested",
                "cancel not yet requested",
                "cancel request not said",
                (operation, now) -> operation.info().cancelRequested());
        return wanted ? requested : requested.negated();
    }

    static Restriction location(String glob) {
        Glob wanted = new Glob(glob);
        return Restriction.is(
                "location",
                glob,
                operation -> operation.name().location().map(Location::id).map(wanted::matches));
    }

    static Restriction service(String glob) {
        Glob wanted = new Glob(glob);
        return Restriction.is("service", glob, operation -> {
            ServiceDefinition service = operation.name().service();
            return Optional.of(wanted.matches(service.name()) || wanted.matches(service.shortName()));
        });
    }
}
