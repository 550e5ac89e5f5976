// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.http.Origin;
import dev.longrun.json.JsonException;
import dev.longrun.json.JsonObject;
import dev.longrun.service.OperationName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads names as they are asked for, one a line: in any form that {@link OperationNameParser} takes, or as a JSON
 * object with {@code name} and, if that is relative, {@code service}, and perhaps {@code version} and {@code endpoint},
 * as {@code lro list --format=json} and journals have them. Skips blank lines and lines that begin with {@code #}. A
 * line without a valid name is reported, and the next one is read.
 */
public final class NameFileReader implements Iterator<OperationName> {
    private final String file;
    private final LimitedLineReader lines;
    private final OperationNameParser parser;
    private final BiConsumer<String, RuntimeException> rejected;
    private long number;
    private @Nullable OperationName next;

    /**
     * @param file its name, for messages
     * @param rejected receives a line without a valid name, and the reason
     */
    public NameFileReader(
            String file, InputStream in, OperationNameParser parser, BiConsumer<String, RuntimeException> rejected) {
        this.file = file;
        this.lines = new LimitedLineReader(in);
        this.parser = parser;
        this.rejected = rejected;
    }

    /**
     * @throws UncheckedIOException if the file cannot be read to its end
     * @throws IllegalArgumentException if a line has no end
     */
    @Override
    public boolean hasNext() {
        while (next == null) {
            String line = readLine();
            if (line == null) {
                return false;
            }
            next = parse(line.strip()).orElse(null);
        }
        return true;
    }

    @Override
    public OperationName next() {
        OperationName name = hasNext() ? next : null;
        if (name == null) {
            throw new NoSuchElementException(file + " has no more names");
        }
        next = null;
        return name;
    }

    private @Nullable String readLine() {
        try {
            number++;
            return lines.next();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ", line " + number + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    file + ": cannot be read after line " + (number - 1) + ": " + e.getMessage()
                            + "; the names before it are dealt with, those after it are not",
                    e);
        }
    }

    private Optional<OperationName> parse(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return Optional.empty();
        }
        try {
            return Optional.of(line.startsWith("{") ? parse(JsonObject.parse(line)) : parser.parse(line));
        } catch (IllegalArgumentException | JsonException e) {
            String message = file + ", line " + number + ": " + e.getMessage();
            rejected.accept(line, new IllegalArgumentException(message, e));
            return Optional.empty();
        }
    }

    private OperationName parse(JsonObject json) {
        String name = json.string("name")
                .orElseThrow(() -> new IllegalArgumentException(
                        "an object must have a name, as `lro list --format=json` prints it; got the fields "
                                + json.fields()));
        if (json.has("endpoint")) {
            return atEndpoint(name, json);
        }
        boolean full = OperationNameParser.WITH_SERVICE.matcher(name).matches();
        String text = full
                ? name
                : json.string("service").map(it -> "//" + it + "/" + name).orElse(name);
        return parser.parse(text, json.string("version"));
    }

    /** Parses the object as the URL that it stands for, so that its host is checked as that of a URL is. */
    private OperationName atEndpoint(String name, JsonObject json) {
        String service = field(json, "service");
        String version = field(json, "version");
        Origin endpoint = Origin.parse(field(json, "endpoint"));
        OperationName parsed = parser.parse(endpoint + "/" + version + "/" + name, Optional.of(version));
        if (!parsed.service().name().equals(service)) {
            throw new IllegalArgumentException(
                    "the service is \"%s\", and the endpoint \"%s\" is one of %s; leave out one of them"
                            .formatted(service, endpoint, parsed.service().name()));
        }
        return parsed;
    }

    private static String field(JsonObject json, String field) {
        return json.string(field)
                .orElseThrow(() -> new IllegalArgumentException(
                        "an object with an endpoint must have a name, a service and a version, as `lro list --format=json` prints it; got no "
                                + field));
    }
}
