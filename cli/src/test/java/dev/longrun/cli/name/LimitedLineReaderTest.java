// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitedLineReaderTest {

    @Test
    void endAsTheyDoOnEverySystem() throws IOException {
        assertThat(lines("a\nb\r\nc\rd\n\ne")).containsExactly("a", "b", "c", "d", "", "e");
        assertThat(lines("a\n")).containsExactly("a");
        assertThat(lines("a\r\n")).containsExactly("a");
        assertThat(lines("\n\n")).containsExactly("", "");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void areUtf8() throws IOException {
        assertThat(lines("\u00FC\uD83D\uDE00\n")).containsExactly("\u00FC\uD83D\uDE00");
    }

    @Test
    void mayBeAsLongAsTheBoundAndNoLonger() throws IOException {
        String longest = "a".repeat(LimitedLineReader.NAME);
        assertThat(lines(longest + "\nb")).containsExactly(longest, "b");
        assertThatThrownBy(() -> lines(longest + "a\n"))
                .hasMessage("the line has no end within 65536 characters; expected one name a line, or one object");
    }

    @Test
    void ofAnObjectMayBeAsLongAsAnOperationIs() throws IOException {
        String object = "  {\"name\":\"" + "a".repeat(LimitedLineReader.NAME) + "\"}";
        assertThat(lines(object)).containsExactly(object);
        assertThatThrownBy(() -> lines("{" + " ".repeat(LimitedLineReader.OBJECT)))
                .hasMessageStartingWith("the line has no end within 17825792 characters");
    }

    private static List<String> lines(String text) throws IOException {
        LimitedLineReader in = new LimitedLineReader(new ByteArrayInputStream(text.getBytes(UTF_8)));
        List<String> lines = new ArrayList<>();
        for (String line = in.next(); line != null; line = in.next()) {
            lines.add(line);
        }
        return lines;
    }
}
