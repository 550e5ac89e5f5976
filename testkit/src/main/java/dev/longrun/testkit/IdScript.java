// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the script of an operation from its id: {@code cancels-500-x} ends as cancelled 500 ms after the first accepted
 * cancel, and never without one. The milliseconds may be left out. {@code runs-500-x} completes by itself.
 */
final class IdScript {

    private static final Pattern ID = Pattern.compile("([a-z]+)-(?:(\\d{1,9})-)?.+");

    private static final Map<String, Function<Duration, Script>> KINDS = Map.of(
            "cancels", delay -> Script.STUCK.afterCancel(delay, TerminalState.CANCELLED),
            "completes", delay -> Script.STUCK.afterCancel(delay, TerminalState.COMPLETED),
            "fails", delay -> Script.STUCK.afterCancel(delay, TerminalState.FAILED),
            "noresult", delay -> Script.STUCK.afterCancel(delay, TerminalState.NO_RESULT),
            "refuses", delay -> Script.STUCK.onCancel(CancelBehavior.REJECTED),
            "unsupported", delay -> Script.STUCK.onCancel(CancelBehavior.UNIMPLEMENTED),
            "stuck", delay -> Script.STUCK,
            "runs", delay -> Script.STUCK.byItself(delay, TerminalState.COMPLETED),
            "done", delay -> Script.STUCK.byItself(Duration.ZERO, TerminalState.COMPLETED));

    /** Empty if the last segment of the name has none of the known forms. */
    static Optional<Script> of(String name) {
        Matcher id = ID.matcher(name.substring(name.lastIndexOf('/') + 1));
        if (!id.matches()) {
            return Optional.empty();
        }
        Duration delay = Duration.ofMillis(id.group(2) == null ? 0 : Long.parseLong(id.group(2)));
        return Optional.ofNullable(KINDS.get(id.group(1))).map(kind -> kind.apply(delay));
    }

    private IdScript() {}
}
