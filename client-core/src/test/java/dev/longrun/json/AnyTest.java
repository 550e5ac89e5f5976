// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnyTest {

    enum Verb {
        CREATE,
        DELETE
    }

    record Metadata(Instant createTime, Verb verb, long size, List<String> tags, boolean cancelRequested) {}

    private static Any any(String text) {
        return Any.of(JsonObject.parse(text.replace('\'', '"')));
    }

    @Nested
    class ItsType {

        @ParameterizedTest
        @CsvSource({
            "type.googleapis.com/google.cloud.common.OperationMetadata, google.cloud.common.OperationMetadata",
            "google.cloud.common.OperationMetadata, google.cloud.common.OperationMetadata",
            "https://example.com/a/b/acme.Thing, acme.Thing",
            "type.googleapis.com/, ''"
        })
        void isNamedAfterTheLastSlash(String typeUrl, String typeName) {
            Any any = any("{'@type': '" + typeUrl + "'}");

            assertThat(any.typeUrl()).isEqualTo(typeUrl);
            assertThat(any.typeName()).isEqualTo(typeName);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{'@type': 17}", "{'@type': null}"})
        void isEmptyWhenItIsMissing(String text) {
            assertThat(any(text).typeUrl()).isEmpty();
        }
    }

    @Nested
    class ItsPayload {

        @Test
        void isTheObjectItself() {
            Any any = any("{'@type': 'x/acme.Thing', 'value': {'a': 1}}");

            assertThat(any.payload()).isEqualTo(any.value());
        }

        @Test
        void isUnderValueForAStruct() {
            Any any = any("{'@type': 'type.googleapis.com/google.protobuf.Struct', 'value': {'agent': 'a'}}");

            assertThat(any.payload().string("agent")).contains("a");
        }

        @Test
        void isTheObjectItselfForAnEmptyWithoutValue() {
            Any any = any("{'@type': 'type.googleapis.com/google.protobuf.Empty'}");

            assertThat(any.payload()).isEqualTo(any.value());
        }
    }

    @Nested
    class Decoded {

        private static final String METADATA = """
                {'@type': 'type.googleapis.com/acme.Metadata', 'createTime': '2026-08-22T08:42:56-07:00',
                 'verb': 'CREATE', 'size': '9007199254740993', 'tags': ['a', 'b'], 'new': {'field': 1}}""";

        @Test
        void intoARecordItIgnoresWhatTheRecordDoesNotKnow() {
            assertThat(any(METADATA).as(Metadata.class))
                    .isEqualTo(new Metadata(
                            Instant.parse("2026-08-22T15:42:56Z"),
                            Verb.CREATE,
                            9_007_199_254_740_993L,
                            List.of("a", "b"),
                            false));
        }

        @Test
        void intoARecordItLeavesOutEnumValuesThatAreNew() {
            assertThat(any("{'verb': 'UPGRADE'}").as(Metadata.class).verb()).isNull();
        }

        @Test
        void wellKnownTypesAreReadFromUnderValue() {
            Any duration = any("{'@type': 'type.googleapis.com/google.protobuf.Duration', 'value': '3.5s'}");
            Any time = any("{'@type': 'x/google.protobuf.Timestamp', 'value': '2026-08-22T08:42:56Z'}");
            Any number = any("{'@type': 'x/google.protobuf.Int64Value', 'value': '17'}");

            assertThat(duration.as(Duration.class)).isEqualTo(Duration.ofMillis(3_500));
            assertThat(time.as(Instant.class)).isEqualTo(Instant.parse("2026-08-22T08:42:56Z"));
            assertThat(number.as(Long.class)).isEqualTo(17);
        }

        @Test
        void thatDoesNotFitSaysWhere() {
            assertThatThrownBy(() -> any("{'tags': ['a', {}]}").as(Metadata.class))
                    .isInstanceOf(JsonException.class)
                    .hasMessageStartingWith("JSON does not fit dev.longrun.json.AnyTest$Metadata at .tags[1]: ");
        }

        @Test
        void thatIsNoTimestampSaysSo() {
            assertThatThrownBy(() -> any("{'createTime': 'soon'}").as(Metadata.class))
                    .hasMessageStartingWith("JSON does not fit dev.longrun.json.AnyTest$Metadata at .createTime: ")
                    .hasMessageContaining("\"soon\": not in the form of proto JSON");
        }
    }

    @Test
    void itsTypeNeverPicksAClass() {
        Any any = any("{'@type': 'java.lang.ProcessBuilder', '@class': 'java.lang.ProcessBuilder'}");

        assertThat(any.as(Object.class)).isInstanceOf(Map.class);
    }

    @Test
    void isReadByTheApplicationsOwnLibrary() {
        Any lake = Any.of(JsonObject.parse("{\"@type\":\"type.googleapis.com/a.Lake\", \"name\":\"l\"}"));
        assertThat(lake.<String>decode(text -> text))
                .isEqualTo("{\"@type\":\"type.googleapis.com/a.Lake\", \"name\":\"l\"}");
        assertThat(lake.value().decode(String::length))
                .isEqualTo(lake.value().raw().length());
        Any time = Any.of(
                JsonObject.parse("{\"@type\":\"type.googleapis.com/google.protobuf.Duration\",\"value\":\"3s\"}"));
        assertThat(time.<String>decode(text -> text)).isEqualTo("\"3s\"");
    }
}
