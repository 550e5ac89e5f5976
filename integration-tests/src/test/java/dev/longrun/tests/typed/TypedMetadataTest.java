// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.typed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.aiplatform.AiplatformMetadata;
import dev.longrun.compute.ComputeOperation;
import dev.longrun.container.ContainerOperation;
import dev.longrun.dataplex.DataplexMetadata;
import dev.longrun.dialogflow.cx.DialogflowCxMetadata;
import dev.longrun.discoveryengine.DiscoveryEngineMetadata;
import dev.longrun.filestore.FilestoreMetadata;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.json.Any;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationInfo;
import dev.longrun.sqladmin.SqladminOperation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TypedMetadataTest {

    static Stream<Arguments> services() {
        return Stream.of(
                Arguments.of(AiplatformMetadata.class, 100),
                Arguments.of(DataplexMetadata.class, 1),
                Arguments.of(DialogflowCxMetadata.class, 13),
                Arguments.of(DiscoveryEngineMetadata.class, 32),
                Arguments.of(FilestoreMetadata.class, 1));
    }

    static Stream<Class<?>> metadata() {
        return services().map(service -> (Class<?>) service.get()[0]).flatMap(TypedMetadataTest::messages);
    }

    /** Of services whose operations have no metadata: their facts are fields of the operation. */
    static Stream<Class<?>> operations() {
        return Stream.of(ComputeOperation.class, ContainerOperation.class, SqladminOperation.class);
    }

    static Stream<Class<?>> messages() {
        return Stream.concat(metadata(), operations());
    }

    static Stream<Class<?>> messages(Class<?> service) {
        return Arrays.stream(service.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyTypeThatAnOperationCanCarryIsThere(Class<?> service, int types) {
        assertThat(messages(service)).hasSize(types);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyFieldIsReadFromItsNameAllTheWayDown(Class<?> message) {
        JsonObject json = JsonObject.parse(Samples.message(message, type(message)));

        assertIsFilled(Calls.invoke(message, "of", json), Set.of());
    }

    private static void assertIsFilled(Object message, Set<Class<?>> around) {
        if (around.contains(message.getClass())) {
            return;
        }
        Set<Class<?>> within =
                Stream.concat(around.stream(), Stream.of(message.getClass())).collect(Collectors.toSet());
        fields(message.getClass()).forEach(field -> {
            Object value = Calls.invoke(message, field.getAccessor());
            assertThat(Samples.isPresent(value)).as(field.toString()).isTrue();
            if (value instanceof Optional<?> nested && isMessage(nested.orElseThrow())) {
                assertIsFilled(nested.orElseThrow(), within);
            }
            if (value instanceof List<?> list && isMessage(list.get(0))) {
                assertIsFilled(list.get(0), within);
            }
        });
    }

    private static boolean isMessage(Object value) {
        return Arrays.stream(value.getClass().getMethods())
                .anyMatch(method -> method.getName().equals("json"));
    }

    @ParameterizedTest
    @MethodSource("metadata")
    void metadataIsRecognisedByItsType(Class<?> message) {
        Any any = Any.of(JsonObject.parse("{\"@type\": \"" + type(message) + "\"}"));

        assertThat((Optional<?>) Calls.invoke(message.getInterfaces()[0], "of", any))
                .containsInstanceOf(message);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theFieldsOfAnOperationAreReadFromItsJson(Class<?> message) {
        Operation operation = Operation.read(
                Filestore.project("p").location("l").operation("o"), JsonObject.parse("{\"operationType\": \"grow\"}"));

        assertThat(Calls.invoke(message, "of", operation)).isEqualTo(Calls.invoke(message, "of", operation.json()));
        assertThat(Calls.invoke(Calls.invoke(message, "of", operation), "operationType"))
                .hasToString("Optional[grow]");
    }

    @ParameterizedTest
    @MethodSource("metadata")
    void theUniformViewReadsWhatThereIsToRead(Class<?> message) {
        OperationInfo info = info(Samples.message(message, type(message)));

        assertThat(info.createTime().isPresent()).isEqualTo(has(message, "createTime", "genericMetadata"));
        assertThat(info.endTime().isPresent()).isEqualTo(has(message, "endTime"));
        assertThat(info.verb().isPresent()).isEqualTo(has(message, "verb"));
        assertThat(info.target().isPresent()).isEqualTo(has(message, "target"));
        assertThat(info.progress().isPresent())
                .isEqualTo(has(message, "successCount", "totalCount", "progressPercentage"));
        assertThat(info.cancelRequested().isPresent())
                .isEqualTo(has(message, "cancelRequested", "requestedCancellation"));
        assertThat(info.apiVersion().isPresent()).isEqualTo(has(message, "apiVersion"));
    }

    private static OperationInfo info(String metadata) {
        JsonObject json = JsonObject.parse("{\"metadata\": " + metadata + '}');
        return Operation.read(Filestore.project("p").location("l").operation("o"), json)
                .info();
    }

    private static boolean has(Class<?> message, String... fields) {
        return fields(message).anyMatch(field -> List.of(fields).contains(field.getName()));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatIsMissingIsEmpty(Class<?> message) {
        assertThat(fields(message))
                .noneSatisfy(field -> assertThat(
                                Samples.isPresent(Calls.invoke(read(message, ""), field.getAccessor())))
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aFieldOfTheWrongTypeStopsNothing(Class<?> message) {
        for (String wrong : List.of("17", "[[]]", "\"what?\"", "{\"x\": [1]}", "null")) {
            String fields = fields(message)
                    .map(field -> '"' + name(field) + "\": " + wrong)
                    .collect(Collectors.joining(", "));

            assertThat(read(message, fields)).isInstanceOf(message);
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatIsNotKnownIsKept(Class<?> message) {
        JsonObject json = (JsonObject) Calls.invoke(read(message, "\"brandNew\": {\"x\": 1}"), "json");

        assertThat(json.raw("brandNew")).contains("{\"x\": 1}");
    }

    private static Object read(Class<?> message, String fields) {
        String type = "\"@type\": \"" + type(message) + '"';
        JsonObject json = JsonObject.parse('{' + type + (fields.isEmpty() ? "" : ", " + fields) + '}');
        return Calls.invoke(message, "of", json);
    }

    /** Every version's type, even one that is not there yet, is that of the message. */
    private static String type(Class<?> message) {
        return "type.googleapis.com/google.cloud.any.v9." + message.getSimpleName();
    }

    private static Stream<RecordComponent> fields(Class<?> message) {
        return Arrays.stream(message.getRecordComponents())
                .filter(component -> !component.getName().equals("json"));
    }

    private static String name(RecordComponent field) {
        return field.getName().replace("_", "");
    }
}
