// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import dev.longrun.service.OperationParent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationPageTest {
    private static final OperationParent PARENT = OperationParent.of(Fixtures.FILE, "projects/p/locations/-");

    private static OperationPage read(String json) {
        return OperationPage.read(PARENT, JsonObject.parse(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"operations\":[]}", "{\"operations\":null,\"nextPageToken\":\"\"}"})
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
    void leavesOutWhatNothingCouldBeAskedAbout() {
        OperationPage page = read("""
                {"operations":[
                  {"done":true},
                  {"name":""},
                  {"name":"projects/p/locations/l/operations/../x"},
                  {"name":"projects/p/instances/no-operation"},
                  {"name":17},
                  {"name":"projects/p/locations/l/operations/good"}]}""");
        assertThat(page.operations())
                .extracting(operation -> operation.name().resource().id())
                .containsExactly("good");
    }
}
