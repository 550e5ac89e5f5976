// SPDX-License-Identifier: Apache-2.0
package dev.longrun.jackson3;

import dev.longrun.text.ProtoDuration;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads metadata and responses into classes of the application, by its own mapper: records, Kotlin data classes,
 * annotated beans.
 *
 * <pre>{@code
 * ProtoJson json = ProtoJson.by(mapper);
 * Instance made = operation.response().orElseThrow().decode(json.as(Instance.class));
 * }</pre>
 *
 * <p>The mapper itself stays as it is. A copy of it reads proto JSON: durations such as {@code "3.5s"}, times with any
 * offset, a null for a primitive as its default; enum values that the class does not know are null, fields that it does
 * not have are ignored, {@code @type} among them. A value that does not fit is a
 * {@link tools.jackson.databind.DatabindException}. Immutable and thread-safe.
 */
public final class ProtoJson {
    private final JsonMapper mapper;

    private ProtoJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Takes the modules and settings of this mapper, except for those that proto JSON decides. */
    public static ProtoJson by(JsonMapper mapper) {
        return new ProtoJson(mapper.rebuild()
                .disable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
                .addModule(new SimpleModule("longrun-proto-json")
                        .addDeserializer(Instant.class, text(Instant.class, ProtoJson::instant))
                        .addDeserializer(Duration.class, text(Duration.class, ProtoDuration::parse)))
                .build());
    }

    /** A reader for {@link dev.longrun.json.Any#decode} and {@link dev.longrun.json.JsonObject#decode}. */
    public <T> Function<String, T> as(Class<T> type) {
        return text -> read(text, type);
    }

    /** As {@link #as(Class)}, for a generic type: {@code json.as(new TypeReference<Map<String, Disk>>() {})}. */
    public <T> Function<String, T> as(TypeReference<T> type) {
        return text -> mapper.readValue(text, type);
    }

    /** Reads one message from its text. */
    public <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
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
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) {
                String text = parser.getValueAsString("");
                return read.apply(text)
                        .orElseThrow(() -> context.weirdStringException(text, type, "not in the form of proto JSON"));
            }
        };
    }
}
