// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.wire.JsonWriter;
import java.util.Collection;
import java.util.List;

/**
 * One page of a list.
 *
 * @param request which asked for it
 * @param operations the JSON of each
 * @param nextPageToken empty on the last page
 * @param unreachable the locations whose operations are missing
 */
record ListPage(RoutedRequest request, List<String> operations, String nextPageToken, Collection<String> unreachable) {

    /** What is beside the operations. */
    ListPage withoutOperations() {
        return new ListPage(request, List.of(), nextPageToken, unreachable);
    }

    /** Leaves out empty fields, as proto JSON does: a list without operations is {@code {}}. */
    void putInto(JsonWriter json, String field) {
        if (!operations.isEmpty()) {
            json.putRaw(field, operations);
        }
        if (!nextPageToken.isEmpty()) {
            json.put("nextPageToken", nextPageToken);
        }
    }
}
