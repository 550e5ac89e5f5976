// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.wire.JsonWriter;

/** The first fields of every JSON object. */
public final class RowJson {
    private static final int SCHEMA_VERSION = 2;

    private RowJson() {}

    /** An object that has the version of its schema. */
    public static JsonWriter object() {
        return JsonWriter.object().put("schemaVersion", SCHEMA_VERSION);
    }

    public static JsonWriter about(OperationName name) {
        JsonWriter json = about(name.value(), name.service());
        name.endpoint().ifPresent(endpoint -> json.put("endpoint", endpoint.toString()));
        return json;
    }

    static JsonWriter about(OperationParent parent) {
        JsonWriter json = about(parent.value(), parent.service());
        parent.endpoint().ifPresent(endpoint -> json.put("endpoint", endpoint.toString()));
        return json;
    }

    /** The fields that identify an operation, and its version, as in the lines of a journal. */
    private static JsonWriter about(String name, ServiceDefinition service) {
        return object().put("name", name).put("service", service.name()).put("version", service.version());
    }
}
