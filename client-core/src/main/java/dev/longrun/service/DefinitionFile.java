// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.error.ConfigurationException;
import dev.longrun.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A {@link ServiceTable} in a file that a user wrote. */
final class DefinitionFile {
    private static final int LIMIT = 1 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private DefinitionFile() {}

    static ServiceTable read(Path file) {
        String text = text(file, bytes(file));
        ServiceTable table = ServiceTable.parse(file.toString(), text);
        if (table.services().isEmpty()) {
            throw refused(file, "a table must begin with a service, such as service lab.example.com; got none");
        }
        table.services().stream()
                .flatMap(service -> table.definitions(service).stream())
                .forEach(DefinitionFile::readRules);
        return table;
    }

    /** Rules are read on their first use, as those of large tables are many. */
    private static void readRules(ServiceDefinition definition) {
        for (ApiMethod rpc : ApiMethod.values()) {
            definition.rules(rpc);
        }
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw refused(file, "may have " + LIMIT + " bytes at most, and has more");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new ConfigurationException("services file " + file + ": there is no such file", e);
        } catch (IOException e) {
            throw new ConfigurationException("services file " + file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static String text(Path file, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refused(file, "must be text in UTF-8, and is not");
        }
    }

    private static IllegalArgumentException refused(Path file, String why) {
        return new IllegalArgumentException(SafeText.of("services file " + file + ": " + why));
    }
}
