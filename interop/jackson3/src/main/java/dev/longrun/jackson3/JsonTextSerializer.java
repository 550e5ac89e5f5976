// SPDX-License-Identifier: Apache-2.0
package dev.longrun.jackson3;

import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonGeneratorBase;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a value whose JSON is known: as that text where JSON is written, else as the same structure. */
final class JsonTextSerializer<T> extends StdSerializer<T> {
    private static final JsonFactory JSON = new JsonFactory();

    private final Function<T, String> text;

    JsonTextSerializer(Class<T> type, Function<T, String> text) {
        super(type);
        this.text = text;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializationContext context) {
        String json = text.apply(value);
        if (generator instanceof JsonGeneratorBase) {
            generator.writeRawValue(json);
            return;
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            generator.copyCurrentStructureExact(parser);
        }
    }

    /** The value is not read back, so that no type is told. */
    @Override
    public void serializeWithType(
            T value, JsonGenerator generator, SerializationContext context, TypeSerializer types) {
        serialize(value, generator, context);
    }
}
