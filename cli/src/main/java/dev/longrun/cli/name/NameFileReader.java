// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.http.Origin;
import dev.longrun.json.JsonException;
import dev.longrun.json.JsonObject;
import dev.longrun.service.OperationName;
import dev.longrun.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads names as they are asked for: one a line, in any form that {@link OperationNameParser} takes, or as JSON
 * objects, each of them on a line, over several, or in an array. An object has {@code name} and, if that is relative,
 * {@code service}, and perhaps {@code version} and {@code endpoint}, as {@code lro list --format=json} and journals
 * have them; or a {@code selfLink}, as gcloud prints. Skips blank lines and lines that begin with {@code #}. An entry
 * without a valid name is reported, and the next one is read; a file of another format is not read further.
 */
public final class NameFileReader implements Iterator<OperationName> {
    private final String file;
    private final NameEntryReader entries;
    private final OperationNameParser parser;
    private final BiConsumer<String, RuntimeException> rejected;
    private @Nullable OperationName next;

    /**
     * @param file its name, for messages
     * @param rejected receives a line without a valid name, and the reason
     */
    public NameFileReader(
            String file, InputStream in, OperationNameParser parser, BiConsumer<String, RuntimeException> rejected) {
        this.file = file;
        this.entries = new NameEntryReader(in);
        this.parser = parser;
        this.rejected = rejected;
    }

    /**
     * @throws UncheckedIOException if the file cannot be read to its end
     * @throws IllegalArgumentException if the rest cannot be read: a line has no end, or it is of another format
     */
    @Override
    public boolean hasNext() {
        while (next == null) {
            NameEntryReader.Entry entry = readEntry();
            if (entry == null) {
                return false;
            }
            checkFormat(entry);
            next = parse(entry).orElse(null);
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

    private NameEntryReader.@Nullable Entry readEntry() {
        try {
            return entries.next();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ", line " + entries.line() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    file + ": cannot be read after line " + (entries.line() - 1) + ": " + e.getMessage()
                            + "; the names before it are dealt with, those after it are not",
                    e);
        }
    }

    private void checkFormat(NameEntryReader.Entry entry) {
        if (!entry.isJson() && OtherFormat.isLine(entry.text())) {
            throw new IllegalArgumentException(
                    file + ", line " + entry.line() + ": " + OtherFormat.message(entry.text()));
        }
    }

    private Optional<OperationName> parse(NameEntryReader.Entry entry) {
        if (entry.text().startsWith("#")) {
            return Optional.empty();
        }
        try {
            return Optional.of(entry.isJson() ? parse(JsonObject.parse(entry.text())) : parser.parse(entry.text()));
        } catch (IllegalArgumentException | JsonException e) {
            String message = file + ", line " + entry.line() + ": " + e.getMessage();
            rejected.accept(entry.text(), new IllegalArgumentException(message, e));
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
        Optional<String> link = json.string("selfLink");
        if (!full && !json.has("service") && link.isPresent()) {
            return linked(name, link.get());
        }
        String text = full
                ? name
                : json.string("service").map(it -> "//" + it + "/" + name).orElse(name);
        return parser.parse(text, json.string("version"));
    }

    /** The self link has the service, the version and the whole name, of which {@code name} may be the id alone. */
    private OperationName linked(String name, String link) {
        OperationName parsed = parser.parse(link, Optional.empty());
        if (!name.endsWith(parsed.resource().id())) {
            throw new IllegalArgumentException("the name is %s, and the selfLink that of %s; leave out one of them"
                    .formatted(SafeText.quoted(name), SafeText.quoted(parsed.value())));
        }
        return parsed;
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
