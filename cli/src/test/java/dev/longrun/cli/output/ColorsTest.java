// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cli.output.Colors.When;
import dev.longrun.cli.process.Stdout;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "AUTO,   '',                             true",
        "AUTO,   NO_COLOR=1,                     false",
        "AUTO,   NO_COLOR=,                      true", // empty, so it does not count
        "AUTO,   TERM=dumb,                      false",
        "AUTO,   TERM=xterm,                     true",
        "AUTO,   CLICOLOR=0,                     false",
        "AUTO,   CLICOLOR_FORCE=1 TERM=dumb,     true",
        "AUTO,   CLICOLOR_FORCE=1 NO_COLOR=1,    false",
        "AUTO,   CLICOLOR_FORCE=0 CLICOLOR=0,    false",
        "ALWAYS, NO_COLOR=1,                     true",
        "NEVER,  CLICOLOR_FORCE=1,               false",
    })
    void onATerminal(When when, @Nullable String variables, boolean coloured) {
        assertThat(Colors.of(when, environment(variables), true, true)).isEqualTo(new Colors(coloured, coloured));
    }

    @Test
    void eachStreamHasItsOwn() {
        assertThat(Colors.of(When.AUTO, Map.of(), true, false)).isEqualTo(new Colors(true, false));
        assertThat(Colors.of(When.AUTO, Map.of(), false, true)).isEqualTo(new Colors(false, true));
        assertThat(Colors.of(When.AUTO, Map.of("CLICOLOR_FORCE", "1"), false, false))
                .isEqualTo(new Colors(true, true));
    }

    private static Map<String, String> environment(@Nullable String variables) {
        Map<String, String> environment = new HashMap<>();
        for (String each : variables == null || variables.isEmpty() ? new String[0] : variables.split(" ")) {
            environment.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        return environment;
    }

    private Console console(Colors colors) {
        return new Console(Stdout.over(out), new PrintStream(err, true, UTF_8), false, false, false, colors);
    }

    @Test
    void aStyleEndsBeforeTheNextWord() {
        console(new Colors(true, true)).data("FAILED  x", "FAILED", AnsiStyle.RED);
        assertThat(out.toString(UTF_8)).isEqualTo("\u001B[31mFAILED\u001B[0m  x\n");
    }

    @Test
    void withoutColoursTheWordsAreTheSame() {
        console(Colors.NONE).data("FAILED  x", "FAILED", AnsiStyle.RED);
        console(Colors.NONE).error("e");
        assertThat(out.toString(UTF_8)).isEqualTo("FAILED  x\n");
        assertThat(err.toString(UTF_8)).isEqualTo("lro: e\n");
    }

    @Test
    void whatIsStyledCannotEndOrChangeTheStyle() {
        RowPrinter rows =
                new RowPrinter(console(new Colors(true, false)), Format.TABLE, names -> Columns.of("A", "NAME"));
        rows.print(new ListedRow(List.of("\u001B[0mevil", "\u001B[32mx")));
        rows.print(new ListedRow(List.of("fine", "\u001B[32mx")));
        console(new Colors(true, true)).error("\u001B[32mfine");
        assertThat(out.toString(UTF_8))
                .isEqualTo("\\u001b[0mevil  \\u001b[32mx\n\u001B[32mfine\u001B[0m  \\u001b[32mx\n");
        assertThat(err.toString(UTF_8)).endsWith("\u001B[31mlro:\u001B[0m \\u001b[32mfine\n");
    }

    private record ListedRow(List<String> cells) implements Row {
        @Override
        public String json() {
            return "{}";
        }

        @Override
        public ExitCode exitCode() {
            return ExitCode.OK;
        }
    }

    @Test
    void columnsAreAsWideAsWhatIsSeen() {
        Columns columns = Columns.of("A", "B", "C").fitting(List.of(List.of("\u6F22\u5B57", "e\u0301", "c")));
        assertThat(columns.line(List.of("\u6F22\u5B57", "e\u0301", "c"))).isEqualTo("\u6F22\u5B57  e\u0301  c");
        assertThat(columns.line(List.of("a", "b", "c"))).isEqualTo("a     b  c");
    }
}
