// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.name.NameFileReader;
import dev.longrun.cli.name.OperationNameParser;
import dev.longrun.cli.name.ParsedNames;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.task.ClientConfig;
import dev.longrun.error.NotSentException;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Where many names come from. */
record NameInput(List<String> names, @Nullable String file, NameOptions naming, ClientOptions connection) {

    ClientConfig to() {
        return connection.connection();
    }

    /** Whether there is neither a name nor a file, so that only a journal can tell what is meant. */
    boolean isNone() {
        return names.isEmpty() && file == null;
    }

    /** Those of the command line. Those that are none are told of, and left out. */
    Collection<OperationName> given(Console console, RowPrinter results) {
        ParsedNames known = ParsedNames.of(names, reader(console));
        known.refused().forEach(results::refuse);
        return known.read();
    }

    /** Opens the file; empty if there is none. */
    InputStream open(InputStream stdin) {
        if (file == null) {
            return InputStream.nullInputStream();
        }
        try {
            return file.equals("-") ? new Unclosed(stdin) : Files.newInputStream(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new NotSentException("--from-file " + file + ": there is no such file");
        } catch (IOException e) {
            throw new NotSentException("--from-file " + file + ": cannot be opened: " + e.getMessage());
        }
    }

    /** Those of the file. */
    Stream<OperationName> inFile(InputStream opened, Console console, RowPrinter results) {
        String name = file == null || file.equals("-") ? "stdin" : file;
        Iterator<OperationName> lines = new NameFileReader(name, opened, reader(console), results::refuse);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED), false);
    }

    private OperationNameParser reader(Console console) {
        return new OperationNameParser(ServiceRegistry.load(), naming.naming(to().isOnThisMachine()), console::note);
    }

    /** What a command needs besides a journal to mean the same again. */
    List<String> options() {
        List<String> words = new ArrayList<>();
        if (file != null) {
            OptionEcho.add(words, "--from-file", file);
            words.addAll(naming.given());
        }
        words.addAll(connection.given());
        return words;
    }

    /** What full names need to mean the same. */
    List<String> optionsForFullNames() {
        List<String> words = naming.givenVersion();
        words.addAll(connection.given());
        return words;
    }

    /** Stdin is not ours to close, and to close it while it is read may block. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
