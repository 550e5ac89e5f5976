// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.json.JsonWriter;
import dev.longrun.service.OperationName;

/** How every object begins. */
final class Json {
    private static final int SCHEMA_VERSION = 1;

    private Json() {}

    static JsonWriter object() {
        return JsonWriter.object().put("schemaVersion", SCHEMA_VERSION);
    }

    static JsonWriter about(OperationName name) {
        return object().put("name", name.value()).put("service", name.service().service());
    }
}
