// SPDX-License-Identifier: Apache-2.0
package dev.longrun.jackson3;

import dev.longrun.name.InvalidNameException;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;

/** Reads a name that tells its service, from a string. */
final class NameDeserializer extends StdScalarDeserializer<OperationName> {
    private final Supplier<ServiceRegistry> services;

    NameDeserializer(Supplier<ServiceRegistry> services) {
        super(OperationName.class);
        this.services = services;
    }

    @Override
    public @Nullable OperationName deserialize(JsonParser parser, DeserializationContext context) {
        return parser.currentToken() == JsonToken.VALUE_STRING
                ? read(parser.getString(), services, parser)
                : (OperationName) context.handleUnexpectedToken(OperationName.class, parser);
    }

    private static OperationName read(String text, Supplier<ServiceRegistry> services, @Nullable JsonParser parser) {
        try {
            return services.get().operation(text);
        } catch (InvalidNameException e) {
            var failure = InvalidFormatException.from(parser, e.getMessage(), text, OperationName.class);
            failure.initCause(e);
            throw failure;
        }
    }

    /** Reads it from the name of a field. */
    static final class OfKeys extends KeyDeserializer {
        private final Supplier<ServiceRegistry> services;

        OfKeys(Supplier<ServiceRegistry> services) {
            this.services = services;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return read(key, services, context.getParser());
        }
    }
}
