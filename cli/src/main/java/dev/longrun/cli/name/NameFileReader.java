// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.error.NotSentException;
import dev.longrun.json.JsonException;
import dev.longrun.json.JsonObject;
import dev.longrun.name.InvalidNameException;
import dev.longrun.service.OperationName;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads names as they are asked for, one a line: in any form that {@link OperationNameParser} takes, or as a JSON
 * object with {@code name} and, if that is relative, {@code service}, and perhaps {@code version}, as {@code lro list
 * --format=json} and journals have them. Blank lines and those that begin with {@code #} are left out. A line that is
 * no name is told of, and the next one is read.
 */
public final class NameFileReader implements Iterator<OperationName> {
    private final String file;
    private final LimitedLineReader lines;
    private final OperationNameParser reader;
    private final BiConsumer<String, IllegalArgumentException> refused;
    private long number;
    private @Nullable OperationName next;

    /**
     * @param file to speak of it
     * @param refused is given the text of a line, and what is wrong with it
     */
    public NameFileReader(
            String file,
            InputStream in,
            OperationNameParser reader,
            BiConsumer<String, IllegalArgumentException> refused) {
        this.file = file;
        this.lines = new LimitedLineReader(in);
        this.reader = reader;
        this.refused = refused;
    }

    /** @throws NotSentException if the file cannot be read to its end */
    @Override
    public boolean hasNext() {
        while (next == null) {
            String line = readLine();
            if (line == null) {
                return false;
            }
            next = read(line.strip()).orElse(null);
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
        } catch (NotSentException e) {
            throw new NotSentException(file + ", line " + number + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new NotSentException(
                    file + ": cannot be read after line " + (number - 1) + ": " + e.getMessage()
                            + "; the names before it are dealt with, those after it are not",
                    e);
        }
    }

    private Optional<OperationName> read(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return Optional.empty();
        }
        try {
            return Optional.of(line.startsWith("{") ? read(JsonObject.parse(line)) : reader.read(line));
        } catch (IllegalArgumentException | JsonException e) {
            refused.accept(line, new InvalidNameException(file + ", line " + number + ": " + e.getMessage(), e));
            return Optional.empty();
        }
    }

    private OperationName read(JsonObject json) {
        String name = json.string("name")
                .orElseThrow(() -> new InvalidNameException(
                        "an object must have a name, as `lro list --format=json` prints it; got the fields "
                                + json.fields()));
        boolean full = OperationNameParser.TELLS_SERVICE.matcher(name).matches();
        String text = full
                ? name
                : json.string("service").map(it -> "//" + it + "/" + name).orElse(name);
        return reader.read(text, json.string("version"));
    }
}
