// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.typed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.aiplatform.AiplatformMetadata;
import dev.longrun.dataplex.DataplexMetadata;
import dev.longrun.dialogflow.cx.DialogflowCxMetadata;
import dev.longrun.discoveryengine.DiscoveryEngineMetadata;
import dev.longrun.filestore.FilestoreMetadata;
import dev.longrun.json.Any;
import dev.longrun.json.JsonObject;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    static Stream<Class<?>> messages() {
        return services().map(service -> (Class<?>) service.get()[0]).flatMap(TypedMetadataTest::messages);
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
    void everyFieldIsReadFromItsName(Class<?> message) {
        String fields = fields(message)
                .map(field -> '"' + name(field) + "\": " + Samples.of(field.getGenericType()))
                .collect(Collectors.joining(", "));

        Object metadata = read(message, fields);

        assertThat(fields(message))
                .allSatisfy(field -> assertThat(Samples.isPresent(Calls.invoke(metadata, field.getAccessor())))
                        .as(field.getName())
                        .isTrue());
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

    /** Every version's type, even one that is not there yet, is that of the message. */
    private static Object read(Class<?> message, String fields) {
        String type = "\"@type\": \"type.googleapis.com/google.cloud.any.v9." + message.getSimpleName() + '"';
        Any any = Any.of(JsonObject.parse('{' + type + (fields.isEmpty() ? "" : ", " + fields) + '}'));
        Class<?> service = message.getInterfaces()[0];
        return ((Optional<?>) Calls.invoke(service, "of", any)).orElseThrow();
    }

    private static Stream<RecordComponent> fields(Class<?> message) {
        return Arrays.stream(message.getRecordComponents())
                .filter(component -> !component.getName().equals("json"));
    }

    private static String name(RecordComponent field) {
        return field.getName().replace("_", "");
    }
}
