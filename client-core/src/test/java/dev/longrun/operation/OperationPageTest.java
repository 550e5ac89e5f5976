// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.json.JsonException;
import dev.longrun.json.JsonObject;
import dev.longrun.service.OperationParent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationPageTest {
    private static final OperationParent PARENT = OperationParent.of(Fixtures.FILE, "projects/p/locations/-");

    private static OperationPage read(String json) {
        return OperationPage.read(PARENT, JsonObject.parse(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"operations\":[]}",
                "{\"operations\":null,\"nextPageToken\":\"\"}",
                "{\"unreachable\":[]}"
            })
    void mayBeEmpty(String json) {
        assertThat(read(json).operations()).isEmpty();
        assertThat(read(json).nextPageToken()).isEmpty();
        assertThat(read(json).unreachable()).isEmpty();
    }

    @Test
    void hasTheOperationsInTheServersOrder() {
        OperationPage page = read("""
                {"operations":[
                  {"name":"projects/p/locations/b/operations/2","done":true},
                  {"name":"projects/p/locations/a/operations/1"}],
                 "nextPageToken":"t", "unreachable":["projects/p/locations/c"]}""");
        assertThat(page.operations())
                .extracting(operation -> operation.name().value())
                .containsExactly("projects/p/locations/b/operations/2", "projects/p/locations/a/operations/1");
        assertThat(page.operations()).extracting(Operation::done).containsExactly(true, false);
        assertThat(page.nextPageToken()).contains("t");
        assertThat(page.unreachable()).containsExactly("projects/p/locations/c");
    }

    @Test
    void leavesOutWhatIsNoOperationOfTheParentAndSaysWhy() {
        OperationPage page = read("""
                {"operations":[
                  {"done":true},
                  {"name":""},
                  {"name":"projects/p/locations/l/operations/../x"},
                  {"name":"projects/p/instances/no-operation"},
                  {"name":17},
                  {"name":"projects/p/locations/l/operations/odd","done":"yes"},
                  {"name":"projects/p/locations/l/operations/failed","done":true,"error":"\\u001b[2J"},
                  {"name":"projects/other/locations/l/operations/elsewhere"},
                  null, 5, "x", [],
                  {"name":"projects/p/locations/l/operations/good"}]}""");
        assertThat(page.operations())
                .extracting(operation -> operation.name().resource().id())
                .containsExactly("good");
        assertThat(page.unusable())
                .containsExactly(
                        "null: no JSON object",
                        "5: no JSON object",
                        "\"x\": no JSON object",
                        "[]: no JSON object",
                        "{\"done\":true}: no operation has such a name",
                        "\"\": no operation has such a name",
                        "\"projects/p/locations/l/operations/../x\": no operation has such a name",
                        "\"projects/p/instances/no-operation\": no operation has such a name",
                        "17: no operation has such a name",
                        "\"projects/p/locations/l/operations/odd\": expected an operation whose done is true or false;"
                                + " got \"yes\"",
                        "\"projects/p/locations/l/operations/failed\": expected an operation whose error has a code; got"
                                + " \"\\u001b[2J\"",
                        "\"projects/other/locations/l/operations/elsewhere\": not an operation of"
                                + " projects/p/locations/-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"ok\"}",
                "{\"name\":\"projects/p/locations/l/operations/o\"}",
                "{\"error\":{\"code\":403}}",
                "{\"operations\":[],\"error\":{}}",
                "{\"operations\":{\"name\":\"x\"}}",
                "{\"operations\":\"none\"}",
                "{\"operations\":[],\"nextPageToken\":5}",
                "{\"operations\":[],\"nextPageToken\":{}}",
                "{\"unreachable\":\"x\"}"
            })
    void isRefusedIfItIsNoList(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(JsonException.class).hasMessageStartingWith("expected a ");
    }

    @Test
    void isRefusedWithTheTypeThatAFieldShouldHave() {
        assertThatThrownBy(() -> read("{\"operations\":\"none\"}"))
                .hasMessage("expected a list of operations whose operations is an array; got \"none\"");
        assertThatThrownBy(() -> read("{\"nextPageToken\":5}"))
                .hasMessage("expected a list of operations whose nextPageToken is a string; got 5");
    }

    @Nested
    class TheOperationsWithWantedNames {
        private static final OperationParent PLACE = OperationParent.of(Fixtures.FILE, "projects/p/locations/l");
        private static final String ONE = "projects/p/locations/l/operations/1";
        private static final String TWO = "projects/p/locations/l/operations/2";

        private static List<String> names(OperationPage page, String... wanted) {
            return page.operations(List.of(wanted)::contains).stream()
                    .map(operation -> operation.name().value())
                    .toList();
        }

        private static OperationPage page(String... names) {
            String entries =
                    Stream.of(names).map(name -> "{\"name\":\"" + name + "\"}").collect(Collectors.joining(","));
            return OperationPage.read(PLACE, JsonObject.parse("{\"operations\":[" + entries + "]}"));
        }

        @Test
        void comeInTheServersOrder() {
            OperationPage page = page(TWO, "projects/p/locations/l/operations/3", ONE);
            assertThat(names(page, ONE, TWO)).containsExactly(TWO, ONE);
            assertThat(names(page)).isEmpty();
            assertThat(page.size()).isEqualTo(3);
            assertThat(page.operations()).hasSize(3);
            assertThat(names(page, ONE)).containsExactly(ONE);
        }

        @Test
        void areFoundInEachSpelling() {
            assertThat(names(page("//file.googleapis.com/" + ONE, TWO), ONE)).containsExactly(ONE);
        }

        @Test
        void areOfTheParentAndUsable() {
            String elsewhere = "projects/q/locations/l/operations/1";
            OperationPage page = page(elsewhere, "projects/p/locations/l/operations/../x");
            assertThat(names(page, elsewhere, "projects/p/locations/l/operations/../x"))
                    .isEmpty();
            assertThat(page.size()).isEqualTo(2);
            assertThat(page.unusable()).hasSize(2);
        }

        @Test
        void areFoundInPagesOfOtherImplementations() {
            OperationPage page = OperationPage.of(page(ONE, TWO).operations()).withUnusable(List.of("17: no name"));
            assertThat(names(page, TWO)).containsExactly(TWO);
            assertThat(page.size()).isEqualTo(3);
        }
    }

    @Test
    void canBeMadeByOtherImplementations() {
        OperationPage page = OperationPage.of(List.of())
                .withNextPageToken("t")
                .withUnreachable(List.of("projects/p/locations/l"))
                .withUnusable(List.of("17: no operation has such a name"));
        assertThat(page.nextPageToken()).contains("t");
        assertThat(page.unreachable()).containsExactly("projects/p/locations/l");
        assertThat(page.unusable()).containsExactly("17: no operation has such a name");
    }
}
