// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.error.ConfigurationException;
import dev.longrun.journal.CancelJournal;
import dev.longrun.journal.JournalIndex;
import dev.longrun.service.OperationName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A process that cancels many operations and keeps a journal, new or resumed, to be killed. Says how many names it
 * reads in its journal once that is open, or why it is not. Arguments: server, journal, how many.
 */
final class JournalledCancels {
    private static final List<String> KINDS = List.of("cancels-50", "completes-200", "fails-50", "noresult-90");

    private JournalledCancels() {}

    static List<OperationName> names(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Harness.name(KINDS.get(i % KINDS.size()) + "-" + i))
                .toList();
    }

    public static void main(String[] arguments) {
        List<OperationName> names = names(Integer.parseInt(arguments[2]));
        Path file = Path.of(arguments[1]);
        try (OperationsClient client = OperationsClient.builder()
                        .endpoint(arguments[0])
                        .withoutCredentials()
                        .build();
                CancelJournal journal = open(file, names)) {
            System.out.println(JournalIndex.read(file).names());
            BatchOptions options = BatchOptions.defaults().withMaxInFlight(200).withWriteAheadLog(journal);
            try (CancelBatch run = client.canceller().cancelAll(names, options)) {
                run.forEachRemaining(result -> {});
            }
        } catch (ConfigurationException refused) {
            System.out.println(refused.getMessage());
        }
    }

    private static CancelJournal open(Path file, List<OperationName> names) {
        if (Files.exists(file)) {
            return CancelJournal.resume(file, (service, version) -> Harness.FILE);
        }
        CancelJournal journal = CancelJournal.create(file);
        journal.plan(names);
        return journal;
    }
}
