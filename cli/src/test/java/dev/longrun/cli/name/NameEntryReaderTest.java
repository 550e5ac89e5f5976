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

class NameEntryReaderTest {

    @Test
    void linesEndAsTheyDoOnEverySystem() throws IOException {
        assertThat(texts("a\nb\r\nc\rd\n\ne")).containsExactly("a", "b", "c", "d", "e");
        assertThat(texts(" a \n")).containsExactly("a");
        assertThat(texts("a\r\n")).containsExactly("a");
        assertThat(texts("\n\n")).isEmpty();
        assertThat(texts("")).isEmpty();
    }

    @Test
    void anEntryKnowsItsLine() throws IOException {
        assertThat(entries("\r\na\n{\n\"b\":1}\n[\n{},\n{}]\nc"))
                .extracting(NameEntryReader.Entry::line)
                .containsExactly(2L, 3L, 6L, 7L, 8L);
    }

    @Test
    void textIsUtf8() throws IOException {
        assertThat(texts("\u00FC\uD83D\uDE00\n")).containsExactly("\u00FC\uD83D\uDE00");
        assertThat(texts("\u00EFa")).containsExactly("\u00EFa");
    }

    @Test
    void aFileMayBeginLikeAByteOrderMark() throws IOException {
        assertThat(entries(new byte[] {(byte) 0xEF, (byte) 0xBB, 'a'})).hasSize(1);
        assertThat(entries(new byte[] {(byte) 0xFF})).hasSize(1);
        assertThat(entries(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})).isEmpty();
        assertThat(entries(new byte[] {(byte) 0xFE, (byte) 0xFF})).isEmpty();
    }

    @Test
    void aLineMayBeAsLongAsTheBoundAndNoLonger() throws IOException {
        String longest = "a".repeat(NameEntryReader.NAME);
        assertThat(texts(longest + "\nb")).containsExactly(longest, "b");
        assertThatThrownBy(() -> texts(longest + "a\n"))
                .hasMessage("the line has no end within 65536 characters; expected one name a line, or one object");
    }

    @Test
    void anObjectMayBeAsLongAsAnOperationIs() throws IOException {
        String object = "{\"name\":\"" + "a".repeat(NameEntryReader.NAME) + "\"}";
        assertThat(texts("  " + object)).containsExactly(object);
        assertThatThrownBy(() -> texts("{" + " ".repeat(NameEntryReader.OBJECT)))
                .hasMessageStartingWith("the line has no end within 17825792 characters");
    }

    @Test
    void bracketsInStringsAreNoBrackets() throws IOException {
        assertThat(texts("[{\"a\":\"}]\\\"\"},{\"b\":[{}]}]x"))
                .containsExactly("{\"a\":\"}]\\\"\"}", "{\"b\":[{}]}", "x");
    }

    @Test
    void aBracketBeforeANameIsThatOfTheLine() throws IOException {
        assertThat(texts("[projects/p]\n[ a\n")).containsExactly("[projects/p]", "[ a");
    }

    @Test
    void aBrokenObjectDoesNotTakeTheNextOneWithIt() throws IOException {
        assertThat(texts("{\"name\":\"a\n{\"name\":\"b\"}\n")).containsExactly("{\"name\":\"a", "{\"name\":\"b\"}");
        assertThat(texts("{\"name\":\"a\",\n{\"name\":\"b\"}\n"))
                .containsExactly("{\"name\":\"a\",\n", "{\"name\":\"b\"}");
        assertThat(texts("{\"name\":\"a\"\n")).containsExactly("{\"name\":\"a\"\n");
    }

    @Test
    void anArrayHasObjectsOrNamesOnly() {
        assertThatThrownBy(() -> texts("[{},\nprojects/p]"))
                .hasMessage("expected an object or a name in quotes in the array that begins in line 1; got a line that"
                        + " begins with p");
        assertThatThrownBy(() -> texts("[{}"))
                .hasMessage("the array that begins in line 1 has no end; is the file cut off?");
    }

    private static List<String> texts(String text) throws IOException {
        return entries(text).stream().map(NameEntryReader.Entry::text).toList();
    }

    private static List<NameEntryReader.Entry> entries(String text) throws IOException {
        return entries(text.getBytes(UTF_8));
    }

    private static List<NameEntryReader.Entry> entries(byte[] bytes) throws IOException {
        NameEntryReader in = new NameEntryReader(new ByteArrayInputStream(bytes));
        List<NameEntryReader.Entry> entries = new ArrayList<>();
        for (NameEntryReader.Entry entry = in.next(); entry != null; entry = in.next()) {
            entries.add(entry);
        }
        return entries;
    }
}
