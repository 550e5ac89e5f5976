// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.longrun.text.ProtoDuration;
import dev.longrun.text.SafeText;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Decodes into classes. A class of its own, because databind takes ten times as long to load as the parser. */
final class ObjectDecoder {

    private static final JsonMapper MAPPER = JsonMapper.builder(Jackson.FACTORY.copy())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .enable(MapperFeature.BLOCK_UNSAFE_POLYMORPHIC_BASE_TYPES)
            .addModule(new SimpleModule()
                    .addDeserializer(Instant.class, text(Instant.class, ObjectDecoder::instant))
                    .addDeserializer(Duration.class, text(Duration.class, ProtoDuration::parse)))
            .build();

    static <T> T read(Slice text, Class<T> type) {
        try {
            return MAPPER.readValue(text.bytes, text.start, text.length(), type);
        } catch (JsonMappingException e) {
            throw unfit(type, where(e) + ": " + e.getOriginalMessage(), e);
        } catch (NumberFormatException e) { // an exponent beyond BigDecimal's
            throw unfit(type, ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw Slice.readBefore(e);
        }
    }

    private static JsonException unfit(Class<?> type, String why, Exception cause) {
        return new JsonException("JSON does not fit " + type.getName() + SafeText.of(why), cause);
    }

    private static String where(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            path.append(step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName());
        }
        return path.isEmpty() ? "" : " at " + path;
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static <T> StdScalarDeserializer<T> text(Class<T> type, Function<String, Optional<T>> read) {
        return new StdScalarDeserializer<>(type) {
            private static final long serialVersionUID = 1L;

            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                String text = parser.getValueAsString("");
                return read.apply(text)
                        .orElseThrow(() -> context.weirdStringException(text, type, "not in the form of proto JSON"));
            }
        };
    }

    private ObjectDecoder() {}
}
