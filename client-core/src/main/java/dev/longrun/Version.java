// SPDX-License-Identifier: Apache-2.0
package dev.longrun;

import dev.longrun.rpc.RequestHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this library, as the build wrote it down. */
final class Version {
    private static final String VERSION = read();

    private Version() {}

    /** {@code 0.1.0}. */
    static String current() {
        return VERSION;
    }

    static RequestHeaders identity(String application) {
        String agent = "longrun-java/" + VERSION;
        return new RequestHeaders(
                application.isEmpty() ? agent : application + " " + agent,
                "gl-java/" + java(Runtime.version()) + " gccl/" + VERSION + " gapic/" + VERSION + " rest/" + VERSION);
    }

    private static String java(Runtime.Version version) {
        return version.feature() + "." + version.interim() + "." + version.update();
    }

    private static String read() {
        try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
