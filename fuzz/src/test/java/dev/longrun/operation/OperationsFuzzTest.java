// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.longrun.json.JsonException;
import dev.longrun.json.JsonObject;
import dev.longrun.service.Dialect;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceRegistry;
import java.util.List;

/** Responses in each dialect: an operation, a list, or a JsonException that says what came. */
class OperationsFuzzTest {
    private static final ServiceRegistry REGISTRY = ServiceRegistry.load();
    private static final List<OperationParent> PLACES = List.of(
            parent("file", "projects/p/locations/us-central1"),
            parent("storage", "projects/_/buckets/b"),
            parent("container", "projects/p/locations/us-central1"),
            parent("sqladmin", "projects/p"),
            parent("compute", "projects/p/zones/z"),
            parent("deploymentmanager", "projects/p/global"),
            parent("dns", "projects/p/managedZones/z"),
            parent("dns", "projects/p/locations/l"));

    /** Of all places of a project, or all locations. */
    private static final List<OperationParent> OVERVIEWS =
            List.of(parent("compute", "projects/p"), parent("container", "projects/p/locations/-"));

    private static OperationParent parent(String service, String name) {
        return REGISTRY.parent(service, name);
    }

    @FuzzTest(maxDuration = "60s")
    void operation(byte[] body) {
        PLACES.forEach(place -> read(place, body));
    }

    private static void read(OperationParent place, byte[] body) {
        OperationName name = OperationName.of(place.service(), place.value() + "/operations/o");
        try {
            Operation operation = Operation.readResponse(name, JsonObject.parse(body));
            assertThat(operation.done()).isEqualTo(operation.state() != Operation.State.RUNNING);
            assertThat(operation.status().isPresent())
                    .isEqualTo(operation.state() == Operation.State.FAILED
                            || operation.state() == Operation.State.CANCELLED);
            if (operation.state() == Operation.State.CANCELLED && name.service().dialect() == Dialect.LONGRUNNING) {
                assertThat(operation.json().object("error").orElseThrow().integer("code"))
                        .hasValue(1);
            }
            OperationInfo info = operation.info();
            assertThat(info).isNotNull();
            assertThat(String.valueOf(info.createTime()) + info.verb() + info.target() + info.progress() + info.user())
                    .isNotNull();
            assertThat(operation.metadata().map(Object::toString)).isNotNull();
            assertThat(operation.response().map(Object::toString)).isNotNull();
        } catch (JsonException expected) {
            assertThat(expected.getMessage()).isNotBlank().doesNotContain("\u001b");
        }
    }

    @FuzzTest(maxDuration = "60s")
    void list(byte[] body) {
        PLACES.forEach(place -> list(place, body));
        OVERVIEWS.forEach(overview -> list(overview, body));
    }

    private static void list(OperationParent parent, byte[] body) {
        try {
            OperationPage page = OperationPage.read(parent, JsonObject.parse(body));
            assertThat(page.operations())
                    .allSatisfy(operation ->
                            assertThat(parent.contains(operation.name())).isTrue());
            assertThat(page.unusable()).allSatisfy(entry -> assertThat(entry).doesNotContain("\u001b"));
        } catch (JsonException expected) {
            assertThat(expected.getMessage()).isNotBlank().doesNotContain("\u001b");
        }
    }
}
