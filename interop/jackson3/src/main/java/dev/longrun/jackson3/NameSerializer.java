// SPDX-License-Identifier: Apache-2.0
package dev.longrun.jackson3;

import dev.longrun.service.OperationName;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes the full resource name as a string. */
final class NameSerializer extends StdSerializer<OperationName> {

    NameSerializer() {
        super(OperationName.class);
    }

    @Override
    public void serialize(OperationName name, JsonGenerator generator, SerializationContext context) {
        generator.writeString(name.fullName());
    }

    @Override
    public void serializeWithType(
            OperationName name, JsonGenerator generator, SerializationContext context, TypeSerializer types) {
        serialize(name, generator, context);
    }

    /** Writes it as the name of a field. */
    static final class FieldNames extends StdSerializer<OperationName> {

        FieldNames() {
            super(OperationName.class);
        }

        @Override
        public void serialize(OperationName name, JsonGenerator generator, SerializationContext context) {
            generator.writeName(name.fullName());
        }
    }
}
