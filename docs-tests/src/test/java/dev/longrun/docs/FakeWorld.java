// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.Metadata;
import dev.longrun.testkit.ScriptedOperation;
import java.time.Duration;

/** The operations that the programs and commands of the documents find on the fake server. */
final class FakeWorld {
    private static final String LOCATION = "projects/acme/locations/us-central1";
    private static final String EUROPE = "projects/acme/locations/europe-west1";
    private static final Duration SOON = Duration.ofMillis(100);

    /** How old the operations are to commands; to programs they are new. */
    static final Duration AGE = Duration.ofHours(2);

    private FakeWorld() {}

    /** Operations that are not listed here end as their ids say, see {@link FakeOperationsServer}. */
    static void populate(FakeOperationsServer server) {
        create(server, LOCATION, "17", "books").cancelsAfter(SOON);
        create(server, LOCATION, "19", "books").completesAfter(SOON);
        create(server, LOCATION, "20", "books")
                .completesAfter(AGE.plusMillis(500)); // half a second after the pages begin
        create(server, LOCATION, "21", "books").cancelsAfter(SOON);
        create(server, LOCATION, "22", "books").completesAnywayAfter(SOON);
        create(server, LOCATION, "23", "books").rejectsCancel();
        create(server, LOCATION, "31", "books").cancelsAfter(SOON);
        create(server, LOCATION, "32", "books").completesAnywayAfter(SOON);
        server.operation("projects/p/operations/o").alreadyDone();
        create(server, EUROPE, "41", "books").cancelsAfter(SOON);
        create(server, EUROPE, "43", "nightly-backup").cancelsAfter(SOON);
    }

    private static ScriptedOperation create(
            FakeOperationsServer server, String location, String number, String instance) {
        return server.operation(location + "/operations/operation-" + number)
                .metadata(Metadata.common("create", location + "/instances/" + instance));
    }
}
