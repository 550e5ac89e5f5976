// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.settings;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.longrun.auth.CredentialsException;
import dev.longrun.auth.TokenSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The access token that another program keeps in a file. The file is read when the first token is needed, again when it
 * has changed, and again when a server rejected its token. No message contains the token. Thread-safe.
 */
public final class AccessTokenFile implements TokenSource {
    private static final int LONGEST = 1 << 14;
    private static final String HEADER = "Authorization";

    private final Path path;
    private final String source;
    private @Nullable Stamp read;
    private Map<String, String> headers = Map.of();

    /** @param source what named the file, such as {@code --access-token-file} */
    public AccessTokenFile(Path path, String source) {
        this.path = path;
        this.source = source;
    }

    /** By what a change of the file shows. */
    private record Stamp(
            FileTime modified, long size, @Nullable Object key) {}

    @Override
    public synchronized Map<String, String> headers(Duration timeout) throws IOException {
        Stamp now = stamp();
        if (!now.equals(read)) {
            headers = Map.of(HEADER, "Bearer " + token());
            read = now;
        }
        return headers;
    }

    @Override
    public synchronized void invalidate(Map<String, String> refused) {
        if (Objects.equals(headers.get(HEADER), refused.get(HEADER))) {
            read = null;
        }
    }

    private Stamp stamp() throws CredentialsException {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stamp(file.lastModifiedTime(), file.size(), file.fileKey());
        } catch (IOException e) {
            throw unusable("it cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private String token() throws CredentialsException {
        String token = text().strip();
        if (token.isEmpty()) {
            throw unusable("it is empty");
        }
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c <= ' ' || c > '~') {
                throw unusable("character " + (i + 1) + " of " + token.length()
                        + " is none of a token (the text is not shown: it may be secret)");
            }
        }
        return token;
    }

    private String text() throws CredentialsException {
        try (InputStream file = Files.newInputStream(path)) {
            byte[] bytes = file.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw unusable("it has more than " + LONGEST + " bytes, which no token has");
            }
            return new String(bytes, ISO_8859_1);
        } catch (CredentialsException e) {
            throw e;
        } catch (IOException e) {
            throw unusable("it cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private CredentialsException unusable(String why) {
        return new CredentialsException(
                source + " names " + path + ", which is no usable token file: " + why
                        + "; expected one access token, as `gcloud auth print-access-token` prints it",
                false);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "the token in " + path;
    }
}
