// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.longrun.json.JsonObject;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Rows in a temporary file, so that a run of any length takes little memory. Only the user of the process can read the
 * file; it is deleted on close. Not thread-safe.
 */
final class RowSpool implements RowSource, AutoCloseable {
    private final FileChannel file;
    private final OutputStream out;

    private RowSpool(FileChannel file) {
        this.file = file;
        this.out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
    }

    static RowSpool create() throws IOException {
        Path path = Files.createTempFile("lro-report-", ".rows");
        return new RowSpool(FileChannel.open(path, READ, WRITE, DELETE_ON_CLOSE));
    }

    void add(ReportRow row) throws IOException {
        out.write(row.json().getBytes(UTF_8));
        out.write('\n');
    }

    @Override
    public void forEach(Sink<ReportRow> sink) throws IOException {
        forEachJson(line -> sink.accept(ReportRow.parse(JsonObject.parse(line))));
    }

    @Override
    public void forEachJson(Sink<String> sink) throws IOException {
        out.flush();
        long end = file.position();
        file.position(0);
        BufferedReader lines = new BufferedReader(new InputStreamReader(Channels.newInputStream(file), UTF_8), 1 << 16);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            sink.accept(line);
        }
        file.position(end);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
