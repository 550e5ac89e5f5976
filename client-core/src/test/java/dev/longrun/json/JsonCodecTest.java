// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonCodecTest {
    private static final Any LAKE = Any.of(
            JsonObject.parse("{\"@type\": \"type.googleapis.com/a.Lake\", \"name\": \"constance\", \"depth\": 251}"));

    static class Lake {
        public String name = "";
        public int depth;
    }

    /** A codec that returns or throws the same whatever the text. */
    private interface Answer {
        Object get() throws Exception;
    }

    private static JsonCodec codec(Answer answer) {
        return new JsonCodec() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> T read(String json, Class<T> type) throws Exception {
                return (T) answer.get();
            }
        };
    }

    @Test
    void isAMethodReferenceToTheApplicationsLibrary() {
        Gson gson = new Gson();
        ObjectMapper jackson = new ObjectMapper().addMixIn(Lake.class, IgnoringUnknown.class);

        assertThat(LAKE.as(Lake.class, gson::fromJson).depth).isEqualTo(251);
        assertThat(LAKE.as(Lake.class, jackson::readValue).name).isEqualTo("constance");
        assertThat(LAKE.value().as(Lake.class, jackson::readValue).depth).isEqualTo(251);
    }

    @com.fasterxml.jackson.annotation.JsonIgnoreProperties(ignoreUnknown = true)
    private interface IgnoringUnknown {}

    @Test
    void isGivenTheTextAsItCame() {
        Gson gson = new Gson();
        Any duration = Any.of(JsonObject.parse("{\"@type\": \"x/google.protobuf.Duration\", \"value\": \"3.5s\"}"));

        assertThat(duration.as(String.class, gson::fromJson)).isEqualTo("3.5s");
        assertThat(LAKE.as(String.class, codec(() -> LAKE.value().raw()))).startsWith("{\"@type\": ");
    }

    @Test
    void thatThrowsIsTheCauseOfAJsonException() {
        IOException checked = new IOException("no depth\n at [Source: 17]");
        IllegalStateException unchecked = new IllegalStateException("\u001b[2J");

        assertThatThrownBy(() -> LAKE.as(Lake.class, codec(() -> {
                    throw checked;
                })))
                .isExactlyInstanceOf(JsonException.class)
                .hasMessage("JSON does not fit dev.longrun.json.JsonCodecTest$Lake: no depth")
                .hasCause(checked);
        assertThatThrownBy(() -> LAKE.value().as(Lake.class, codec(() -> {
                    throw unchecked;
                })))
                .isExactlyInstanceOf(JsonException.class)
                .hasMessage("JSON does not fit dev.longrun.json.JsonCodecTest$Lake: \\u001b[2J");
    }

    @Test
    void thatThrowsWithoutAMessageIsNamedByItsException() {
        assertThatThrownBy(() -> LAKE.as(Lake.class, codec(() -> {
                    throw new IOException("");
                })))
                .hasMessage("JSON does not fit dev.longrun.json.JsonCodecTest$Lake: IOException");
        assertThatThrownBy(() -> LAKE.as(Lake.class, codec(() -> {
                    throw new IOException();
                })))
                .hasMessage("JSON does not fit dev.longrun.json.JsonCodecTest$Lake: IOException");
    }

    @Test
    void anExceptionOfThisLibraryAndErrorsPassUnchanged() {
        JsonException own = new JsonException("own");
        StackOverflowError error = new StackOverflowError();

        assertThatThrownBy(() -> LAKE.as(Lake.class, codec(() -> {
                    throw own;
                })))
                .isSameAs(own);
        assertThatThrownBy(() -> LAKE.as(Lake.class, codec(() -> {
                    throw error;
                })))
                .isSameAs(error);
    }

    @Test
    void thatReturnsNullIsRejected() {
        assertThatThrownBy(() -> LAKE.as(Lake.class, codec(() -> null)))
                .isExactlyInstanceOf(JsonException.class)
                .hasMessage("the codec read no dev.longrun.json.JsonCodecTest$Lake: it returned null, where a value of"
                        + " that class or an exception was expected");
    }
}
