// SPDX-License-Identifier: Apache-2.0
package dev.longrun.examples;

import dev.longrun.OperationsClient;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lists the operations of a location and cancels those that have run for more than an hour. */
public final class CancelOld {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private CancelOld() {}

    public static void main(String[] args) {
        try (OperationsClient client = OperationsClient.create()) {
            cancelOld(client, args[0], args[1], Clock.systemUTC().instant());
        }
    }

    static void cancelOld(OperationsClient client, String project, String location, Instant now) {
        ListRequest all =
                ListRequest.of(Filestore.project(project).location(location).operations());
        client.operations().stream(all)
                .filter(operation -> !operation.done() && isOlderThanAnHour(operation, now))
                .map(operation -> client.canceller().cancel(operation.name()).describe())
                .forEach(System.out::println);
    }

    /** An operation that does not say when it began is left alone. */
    private static boolean isOlderThanAnHour(Operation operation, Instant now) {
        return operation
                .info()
                .age(now)
                .filter(age -> age.compareTo(AN_HOUR) > 0)
                .isPresent();
    }
}
