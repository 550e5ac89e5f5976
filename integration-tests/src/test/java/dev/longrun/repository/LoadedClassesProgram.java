// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.LroCanceller;
import dev.longrun.journal.CancelJournal;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import java.nio.file.Path;
import java.util.List;

/**
 * Cancels one operation, or several with a journal. The client, the names and the options exist before; the types
 * {@link Begin} and {@link End} are loaded before and after the cancel. Arguments: server, {@code one} or {@code many},
 * journal.
 */
final class LoadedClassesProgram {
    static final ServiceDefinition FILE = ServiceTable.parse("file", """
                    service  file.googleapis.com
                    versions v1
                    scopes   cloud-platform
                    names
                      projects/*/locations/*/operations/*  get list cancel delete wait-
                    """).definition("file.googleapis.com", "v1");

    private LoadedClassesProgram() {}

    public static void main(String[] arguments) throws ClassNotFoundException {
        List<OperationName> names = List.of(name("cancels-0-x"), name("cancels-0-y"));
        try (OperationsClient client = OperationsClient.builder()
                .endpoint(arguments[0])
                .withoutCredentials()
                .build()) {
            if (arguments[1].equals("one")) {
                cancelOne(client.canceller(), names.get(0));
            } else {
                cancelMany(client.canceller(), names, Path.of(arguments[2]));
            }
        }
    }

    private static void cancelOne(LroCanceller canceller, OperationName name) throws ClassNotFoundException {
        CancelOptions options = CancelOptions.defaults();
        load(Begin.class.getName());
        String outcome = canceller.cancel(name, options).describe();
        load(End.class.getName());
        System.out.println(outcome);
    }

    private static void cancelMany(LroCanceller canceller, List<OperationName> names, Path file)
            throws ClassNotFoundException {
        BatchOptions options = BatchOptions.defaults();
        load(Begin.class.getName());
        try (CancelJournal journal = CancelJournal.create(file);
                CancelBatch batch = canceller.cancelAll(names, options.withWriteAheadLog(journal))) {
            batch.forEachRemaining(result -> System.out.println(result.describe()));
        }
        load(End.class.getName());
    }

    private static void load(String name) throws ClassNotFoundException {
        Class.forName(name);
    }

    private static OperationName name(String id) {
        return OperationName.of(FILE, "projects/p/locations/us-central1/operations/" + id);
    }

    static final class Begin {}

    static final class End {}
}
