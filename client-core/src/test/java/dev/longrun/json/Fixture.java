// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files beside this class, as a server would send them. */
public final class Fixture {

    public static byte[] bytes(String file) {
        try (InputStream in = requireNonNull(Fixture.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Fixture() {}
}
