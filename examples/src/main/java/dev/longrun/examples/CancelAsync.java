// SPDX-License-Identifier: Apache-2.0
package dev.longrun.examples;

import dev.longrun.OperationsClient;
import dev.longrun.filestore.v1.Filestore;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Cancels several operations at once, without a thread for each, and prints each outcome as soon as it is known.
 * Arguments: project, location, and the ids of operations.
 */
public final class CancelAsync {
    private CancelAsync() {}

    public static void main(String[] args) {
        try (OperationsClient client = OperationsClient.create()) {
            cancelAll(client, args[0], args[1], Arrays.asList(args).subList(2, args.length));
        }
    }

    static void cancelAll(OperationsClient client, String project, String location, List<String> ids) {
        var parent = Filestore.project(project).location(location);
        List<CompletableFuture<Void>> printed = ids.stream()
                .map(id -> client.canceller()
                        .cancelAsync(parent.operation(id))
                        .handle((outcome, failure) ->
                                failure == null ? outcome.describe() : id + ": no outcome: " + failure.getMessage())
                        .thenAccept(System.out::println))
                .toList();
        printed.forEach(CompletableFuture::join);
    }
}
