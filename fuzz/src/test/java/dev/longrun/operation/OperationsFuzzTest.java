// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.longrun.json.JsonException;
import dev.longrun.json.JsonObject;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;

/** Responses: an operation, a list, or a JsonException that says what came. */
class OperationsFuzzTest {
    private static final ServiceDefinition FILE = ServiceRegistry.load().service("file", "v1");
    private static final OperationName NAME = OperationName.of(FILE, "projects/p/locations/us-central1/operations/o");
    private static final OperationParent PARENT = OperationParent.of(FILE, "projects/p/locations/us-central1");

    @FuzzTest(maxDuration = "60s")
    void operation(byte[] body) {
        try {
            Operation operation = Operation.readResponse(NAME, JsonObject.parse(body));
            assertThat(operation.done()).isEqualTo(operation.state() != Operation.State.RUNNING);
            assertThat(operation.status().isPresent())
                    .isEqualTo(operation.state() == Operation.State.FAILED
                            || operation.state() == Operation.State.CANCELLED);
            if (operation.state() == Operation.State.CANCELLED) {
                assertThat(operation.json().object("error").orElseThrow().integer("code"))
                        .hasValue(1);
            }
            OperationInfo info = operation.info();
            assertThat(info).isNotNull();
            assertThat(String.valueOf(info.createTime()) + info.verb() + info.target() + info.progress())
                    .isNotNull();
            assertThat(operation.metadata().map(Object::toString)).isNotNull();
            assertThat(operation.response().map(Object::toString)).isNotNull();
        } catch (JsonException expected) {
            assertThat(expected.getMessage()).isNotBlank().doesNotContain("\u001b");
        }
    }

    @FuzzTest(maxDuration = "60s")
    void list(byte[] body) {
        try {
            OperationPage page = OperationPage.read(PARENT, JsonObject.parse(body));
            assertThat(page.operations())
                    .allSatisfy(operation ->
                            assertThat(PARENT.contains(operation.name())).isTrue());
            assertThat(page.unusable()).allSatisfy(entry -> assertThat(entry).doesNotContain("\u001b"));
        } catch (JsonException expected) {
            assertThat(expected.getMessage()).isNotBlank().doesNotContain("\u001b");
        }
    }
}
