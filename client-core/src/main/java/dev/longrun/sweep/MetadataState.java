// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.json.Any;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The state as services spell it: in the metadata itself, or in the message that wraps the shared fields. */
final class MetadataState {
    private static final List<String> WRAPPERS = List.of("genericMetadata", "commonMetadata", "common");
    private static final List<String> SPELLINGS = List.of("state", "operationState", "status");

    private MetadataState() {}

    static Optional<String> of(Operation operation) {
        return operation
                .metadata()
                .map(Any::value)
                .flatMap(metadata -> places(metadata)
                        .flatMap(place -> SPELLINGS.stream().flatMap(field -> place.string(field).stream()))
                        .findFirst());
    }

    private static Stream<JsonObject> places(JsonObject metadata) {
        return Stream.concat(Stream.of(metadata), WRAPPERS.stream().flatMap(field -> metadata.object(field).stream()));
    }
}
