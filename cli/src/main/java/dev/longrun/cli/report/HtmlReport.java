// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.wire.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Writes a report as one page that loads nothing: its policy allows the page's own style and script, by their hashes,
 * and no other source. The rows are data that no browser executes; the script shows them as text only.
 */
final class HtmlReport {
    /** What a page of this command begins with. */
    static final String BEGINNING = "<!doctype html>\n<html lang=\"en\" data-report=\"lro\">\n";

    private static final List<String> SCRIPTS =
            List.of("model.js", "summary.js", "timeline.js", "traffic.js", "table.js", "page.js");

    private HtmlReport() {}

    static void write(Report report, Writer out) throws IOException {
        String style = resource("page.css");
        String script = script();
        out.write(BEGINNING + "<head>\n<meta charset=\"utf-8\">\n");
        out.write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '" + hash(style)
                + "'; script-src '" + hash(script) + "'; base-uri 'none'; form-action 'none'\">\n");
        out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.write(
                "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        out.write(
                "<title>Report of lro " + report.header().kind() + "</title>\n<style>" + style + "</style>\n</head>\n");
        out.write(resource("page.html"));
        out.write("<script type=\"application/json\" id=\"report\">" + embedded(header(report)) + "</script>\n");
        out.write("<script type=\"application/json\" id=\"rows\">[");
        String[] separator = {"\n"};
        report.rows().forEachJson(row -> {
            out.write(separator[0]);
            out.write(embedded(row));
            separator[0] = ",\n";
        });
        out.write("\n]</script>\n<script>" + script + "</script>\n</body>\n</html>\n");
    }

    private static String header(Report report) {
        ReportHeader header = report.header();
        JsonWriter json = JsonWriter.object()
                .put("kind", header.kind())
                .put("commands", header.commands())
                .put("notes", header.notes())
                .put("journals", header.journals())
                .put("version", header.version())
                .put("from", header.from())
                .put("to", header.to())
                .put("interrupted", header.isInterrupted())
                .putRaw("counts", counts(report.counts()))
                .put("unresolved", report.unresolved())
                .put("goOn", report.goOn())
                .put("namesFile", GoOn.FILE);
        TrafficLog traffic = report.traffic();
        return (traffic == null || traffic.isEmpty() ? json : json.putRaw("traffic", traffic.json())).end();
    }

    private static String counts(Map<String, Long> counts) {
        JsonWriter json = JsonWriter.object();
        counts.forEach(json::put);
        return json.end();
    }

    /** JSON for a script element: no text within it can end the element or begin a comment. */
    static String embedded(String json) {
        return json.replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    static String script() {
        StringBuilder script = new StringBuilder("(() => {\n\"use strict\";\n");
        SCRIPTS.forEach(name -> script.append(resource(name)));
        return script.append("})();\n").toString();
    }

    static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name + " of reports");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As in a Content-Security-Policy. */
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
