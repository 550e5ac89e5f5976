// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.name.NameFileReader;
import dev.longrun.cli.name.OperationNameParser;
import dev.longrun.cli.name.ParsedNames;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.task.ClientConfig;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a command's names come from.
 *
 * @param arguments the names of the command line, as typed
 * @param file a path, {@code -} for stdin, or null
 */
record NameInput(List<String> arguments, @Nullable String file, NameOptions meaning, ClientOptions client) {

    ClientConfig config(CommandContext context) {
        return client.config(context);
    }

    boolean hasFile() {
        return file != null;
    }

    /** Whether there is neither a name nor a file, so that only a journal has names. */
    boolean isEmpty() {
        return arguments.isEmpty() && file == null;
    }

    ServiceRegistry registry(CommandContext context) {
        return client.registry(context);
    }

    /** The names of the command line. What is no name is printed as a failure and left out. */
    Set<OperationName> parse(CommandContext context, RowPrinter rows) {
        ParsedNames parsed = ParsedNames.of(arguments, parser(context));
        parsed.rejected().forEach(rows::printFailure);
        return parsed.names();
    }

    /**
     * Opens the file; empty if there is none.
     *
     * @throws IllegalArgumentException if it cannot be opened
     */
    InputStream open(InputStream stdin) {
        if (file == null) {
            return InputStream.nullInputStream();
        }
        try {
            return file.equals("-") ? new Unclosed(stdin) : Files.newInputStream(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("--from-file " + file + ": there is no such file", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("--from-file " + file + ": cannot be opened: " + e.getMessage(), e);
        }
    }

    /** The names of the file. Lines without a name are printed as failures and left out. */
    Iterator<OperationName> read(InputStream opened, CommandContext context, RowPrinter rows) {
        String name = file == null || file.equals("-") ? "stdin" : file;
        return new NameFileReader(name, opened, parser(context), rows::printFailure);
    }

    private OperationNameParser parser(CommandContext context) {
        return new OperationNameParser(
                registry(context),
                meaning.defaults(context, config(context).isOnThisMachine()),
                context.console()::noteOnce);
    }

    /** The options that the command needs again to resume its journal. */
    List<String> resumeOptions() {
        List<String> words = new ArrayList<>();
        if (file != null) {
            OptionEcho.add(words, "--from-file", file);
            words.addAll(meaning.given());
        }
        words.addAll(client.given());
        return words;
    }

    /** The options that full names need to mean the same. */
    List<String> fullNameOptions() {
        List<String> words = meaning.givenVersion();
        words.addAll(client.given());
        return words;
    }

    /** Stdin stays open: closing it while another thread reads it may block. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
