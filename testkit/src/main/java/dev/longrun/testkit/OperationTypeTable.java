// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.testkit.OperationType.MetadataShape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The types in {@code operation-types.txt}: rows of the collection of the resource that an operation works on, the
 * shape of its metadata, its type and that of the response.
 */
final class OperationTypeTable {

    static final OperationTypeTable KNOWN = new OperationTypeTable(read());

    private static final String ANY = "*";

    private final Map<String, OperationType> types = new HashMap<>();

    OperationTypeTable(String text) {
        List<String> versions = List.of();
        String service = "";
        String scope = "";
        for (String line : text.lines().toList()) {
            String[] words = line.strip().split("\\s+");
            boolean isFact = !line.isBlank() && !line.startsWith("#");
            if (isFact && words[0].equals("service")) {
                service = words[1];
                versions = List.of(words).subList(2, words.length);
            } else if (isFact && words[0].equals("package")) {
                scope = words[1];
            } else if (isFact) {
                OperationType type = new OperationType(shape(words[1]), full(scope, words[2]), full(scope, words[3]));
                for (String version : versions) {
                    types.put(key(service, version, words[0]), type);
                }
            }
        }
    }

    Optional<OperationType> find(String service, String version, String collection) {
        return Optional.ofNullable(types.get(key(service, version, collection)))
                .or(() -> Optional.ofNullable(types.get(key(service, version, ANY))));
    }

    private static MetadataShape shape(String word) {
        return MetadataShape.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static String full(String scope, String type) {
        return type.startsWith(".") ? scope + type : type;
    }

    private static String key(String service, String version, String collection) {
        return service + ' ' + version + ' ' + collection;
    }

    private static String read() {
        try (InputStream file =
                Objects.requireNonNull(OperationTypeTable.class.getResourceAsStream("operation-types.txt"))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
