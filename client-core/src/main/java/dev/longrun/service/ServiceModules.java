// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The artifacts that know services, for a message where none of them is on the class path. */
final class ServiceModules {
    private static final String TABLE = "modules.txt";
    private static final String GROUP = "dev.longrun:longrun-";
    private static final String CATALOG = GROUP + "catalog";

    private ServiceModules() {}

    /** What to add, so that a service of this short name is known. */
    static String advice(String shortName) {
        return artifact(shortName)
                .map(artifact -> "add %s%s or %s to the class path".formatted(GROUP, artifact, CATALOG))
                .orElse(CATALOG + " has all of Google's APIs with operations: add it to the class path");
    }

    private static Optional<String> artifact(String shortName) {
        return text().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split(" +", -1)))
                .filter(words -> words.lastIndexOf(shortName) > 0)
                .map(words -> words.get(0))
                .findFirst();
    }

    private static String text() {
        try (InputStream in = requireNonNull(ServiceModules.class.getResourceAsStream(TABLE), TABLE)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + TABLE, e);
        }
    }
}
