// SPDX-License-Identifier: Apache-2.0
package dev.longrun.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cli.Lro;
import dev.longrun.cli.process.ProcessEnvironment;
import dev.longrun.cli.process.SignalHandler;
import dev.longrun.cli.process.Stdout;
import dev.longrun.time.TimeSource;
import dev.longrun.wire.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Journals, and the pages that {@code lro report} makes of them. */
final class ReportPages {
    private static final Instant START = Instant.parse("2026-03-01T03:12:00Z");
    private static final List<String> OUTCOMES = List.of(
            "CANCELLED",
            "CANCELLED",
            "CANCELLED",
            "CANCELLED",
            "CANCELLED",
            "CANCELLED",
            "CANCELLED",
            "COMPLETED_ANYWAY",
            "FAILED_ANYWAY",
            "NOT_CANCELLABLE",
            "ALREADY_DONE",
            "STILL_RUNNING",
            "NOT_FOUND",
            "UNSUPPORTED",
            "ENDED",
            "UNKNOWN");

    private ReportPages() {}

    /** A journal of so many operations, with all outcomes; the messages go round. */
    static Path journal(Path directory, int operations, String... messages) throws IOException {
        Random random = new Random(11);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < operations; i++) {
            String name = "projects/acme/locations/" + (i % 3 == 0 ? "us-central1" : "europe-west1")
                    + "/operations/operation-" + i;
            String outcome = i < 16 ? OUTCOMES.get(i) : OUTCOMES.get(random.nextInt(OUTCOMES.size()));
            Instant asked = START.plusMillis(i * 12L + random.nextInt(400));
            Instant ended = asked.plusMillis(200 + (long) (random.nextDouble() * random.nextDouble() * 20_000));
            lines.add(line(asked, "intent", name).end());
            lines.add(line(asked.plusMillis(60), "response", name)
                    .put("request", "ACCEPTED")
                    .end());
            JsonWriter last = line(ended, "outcome", name)
                    .put("outcome", outcome)
                    .put("request", "ACCEPTED")
                    .put("acknowledged", true)
                    .put("polls", 1 + random.nextInt(6))
                    .put("elapsedMs", ended.toEpochMilli() - asked.toEpochMilli())
                    .put("createTime", asked.minusSeconds(random.nextInt(4_000)).toString())
                    .put(
                            "notedAt",
                            asked.plusMillis((ended.toEpochMilli() - asked.toEpochMilli()) / 2)
                                    .toString());
            String status = JsonWriter.object()
                    .put("code", 9)
                    .put("message", messages[i % messages.length])
                    .end();
            lines.add(last.putRaw("status", status).end());
        }
        return Files.write(directory.resolve("journal-" + operations + ".jsonl"), lines, UTF_8);
    }

    private static JsonWriter line(Instant at, String event, String name) {
        return JsonWriter.object()
                .put("schemaVersion", 1)
                .put("at", at.toString())
                .put("event", event)
                .put("name", name)
                .put("service", "file.googleapis.com")
                .put("version", "v1");
    }

    /** The page of a journal. */
    static Path page(Path journal) {
        Path page = journal.resolveSibling(journal.getFileName() + ".html");
        assertThat(lro("report", journal.toString(), "--output=" + page)).isZero();
        return page;
    }

    static int lro(String... words) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        return Lro.run(
                new ProcessEnvironment(
                        InputStream.nullInputStream(),
                        false,
                        Stdout.over(OutputStream.nullOutputStream()),
                        new PrintStream(err, true, UTF_8),
                        false,
                        Map.of(),
                        TimeSource.system(),
                        SignalHandler.ofProcess()),
                words);
    }
}
