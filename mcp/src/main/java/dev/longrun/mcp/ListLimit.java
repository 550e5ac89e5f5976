// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import dev.longrun.error.DeadlineExceededException;
import java.time.Duration;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** The time of all lists of a call together: a list whose pages never end must end too. */
final class ListLimit {
    private static final Duration TIME = Duration.ofMinutes(1);

    private ListLimit() {}

    /** @param what is listed, for the message */
    static <T> Function<Mono<T>, Mono<T>> of(String what) {
        return lists -> lists.timeout(
                TIME,
                Mono.error(() -> new DeadlineExceededException(what + ": not complete after " + TIME.toSeconds()
                        + " s; give a parent with fewer operations")));
    }
}
