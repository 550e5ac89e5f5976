// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.auth.CredentialsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTokenFileTest {
    private static final FileTime THEN = FileTime.fromMillis(1_700_000_000_000L);

    private Path path;
    private AccessTokenFile file;

    @TempDir
    Path directory;

    @BeforeEach
    void file() {
        path = directory.resolve("token");
        file = new AccessTokenFile(path, "--access-token-file");
    }

    private void write(String text) throws IOException {
        Files.writeString(path, text);
        Files.setLastModifiedTime(path, THEN);
    }

    private String token() throws IOException {
        return file.headers(Duration.ZERO).get("Authorization");
    }

    @Test
    void isReadAgainWhenItChanges() throws IOException {
        write("one\r\n");
        assertThat(token()).isEqualTo("Bearer one");
        write("longer");
        assertThat(token()).isEqualTo("Bearer longer");
        Files.setLastModifiedTime(path, FileTime.fromMillis(THEN.toMillis() + 1));
        Files.writeString(path, "others");
        Files.setLastModifiedTime(path, FileTime.fromMillis(THEN.toMillis() + 2));
        assertThat(token()).isEqualTo("Bearer others");
    }

    @Test
    void isReadAgainWhenItsTokenIsRejectedAlthoughItLooksTheSame() throws IOException {
        write("one");
        var headers = file.headers(Duration.ZERO);
        write("two");
        assertThat(token()).as("same size and time").isEqualTo("Bearer one");
        file.invalidate(java.util.Map.of("Authorization", "Bearer another"));
        assertThat(token()).isEqualTo("Bearer one");
        file.invalidate(headers);
        assertThat(token()).isEqualTo("Bearer two");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                | it is empty",
                "' ~~'             | it is empty",
                "canary~canary     | character 7 of 13 is none of a token",
                "canary canary     | character 7 of 13 is none of a token",
                "canary\u0001x     | character 7 of 8 is none of a token",
                "canaryé           | character 7 of 8 is none of a token",
                "\uFEFFcanary      | character 1 of 9 is none of a token"
            })
    void whatIsNoTokenIsRefusedAndNotShown(String text, String reason) throws IOException {
        write(text.replace('~', '\n'));
        assertThatThrownBy(this::token)
                .isInstanceOf(CredentialsException.class)
                .hasMessageStartingWith(
                        "--access-token-file names " + path + ", which is no usable token file: " + reason)
                .message()
                .doesNotContain("canary");
    }

    @Test
    void aFileThatIsNotThereOrFarTooLongIsRefused() throws IOException {
        assertThatThrownBy(this::token).hasMessageContaining("it cannot be read (NoSuchFileException)");
        write("a".repeat(20_000));
        assertThatThrownBy(this::token).hasMessageContaining("it has more than 16384 bytes, which no token has");
        file = new AccessTokenFile(directory, "--access-token-file");
        assertThatThrownBy(this::token).hasMessageContaining("it cannot be read (IOException)");
    }

    @Test
    void itsTextHasNoToken() throws IOException {
        write("canary");
        token();
        assertThat(file.toString()).doesNotContain("canary");
    }
}
