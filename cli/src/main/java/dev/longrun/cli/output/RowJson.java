// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.json.JsonWriter;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;

/** How every object begins. */
final class RowJson {
    private static final int SCHEMA_VERSION = 1;

    private RowJson() {}

    static JsonWriter object() {
        return JsonWriter.object().put("schemaVersion", SCHEMA_VERSION);
    }

    static JsonWriter about(OperationName name) {
        return about(name.value(), name.service());
    }

    static JsonWriter about(OperationParent parent) {
        return about(parent.value(), parent.service());
    }

    /** What it takes to mean the same again, as in a journal's lines. */
    private static JsonWriter about(String name, ServiceDefinition service) {
        return object().put("name", name).put("service", service.name()).put("version", service.version());
    }
}
