// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import static java.util.Objects.requireNonNull;

import dev.longrun.json.JsonObject;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files beside this class: operations as services send them, with made-up values. */
final class Fixtures {
    static final ServiceDefinition FILE = ServiceTable.parse("file", """
                    service  file.googleapis.com
                    versions v1
                    scopes   cloud-platform
                    names
                      projects/*/locations/*/operations/*  get list cancel delete wait
                      operations/**                        get
                    rules
                      list GET /v1/{name=operations}
                    """).definition("file.googleapis.com", "v1");

    private Fixtures() {}

    static OperationName name(String value) {
        return OperationName.of(FILE, value);
    }

    static JsonObject json(String file) {
        try (InputStream in = requireNonNull(Fixtures.class.getResourceAsStream(file + ".json"), file)) {
            return JsonObject.parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Operation operation(String file) {
        JsonObject json = json(file);
        return Operation.read(name(json.string("name").orElseThrow()), json);
    }

    static Operation operation(JsonObject json) {
        return Operation.read(name("projects/p/locations/l/operations/o"), json);
    }
}
