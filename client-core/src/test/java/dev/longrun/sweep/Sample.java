// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import java.time.Instant;

/** Operations of one service, read from JSON. */
final class Sample {
    static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    static final ServiceDefinition FILE = ServiceTable.parse("file", """
                    service  file.googleapis.com
                    versions v1
                    names
                      projects/*/locations/*/operations/*  get list cancel
                    """).definition("file.googleapis.com", "v1");

    private Sample() {}

    static OperationParent parent(String location) {
        return OperationParent.of(FILE, "projects/p/locations/" + location);
    }

    static OperationName name(String id) {
        return OperationName.of(FILE, "projects/p/locations/us-central1/operations/" + id);
    }

    /** A running one; {@code metadata} is its JSON, with apostrophes for quotes. */
    static Operation running(String id, String metadata) {
        String json = "{\"metadata\": " + metadata.replace('\'', '"') + "}";
        return Operation.read(name(id), JsonObject.parse(json));
    }
}
