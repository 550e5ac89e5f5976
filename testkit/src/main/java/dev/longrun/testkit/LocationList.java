// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.wire.JsonWriter;
import java.util.List;

/** One page of {@code google.cloud.location.Locations}: the locations in which the server has operations. */
final class LocationList {
    private static final int PAGE_SIZE = 100;

    private final RoutedRequest request;

    LocationList(RoutedRequest request) {
        this.request = request;
    }

    String json(OperationStore store) {
        String prefix = request.name() + "/locations/";
        String last = request.parameter("pageToken");
        List<String> rest = store.idsAfter(prefix).stream()
                .filter(id -> id.compareTo(last) > 0)
                .toList();
        List<String> page = rest.stream().limit(PAGE_SIZE).toList();
        JsonWriter json = JsonWriter.object();
        if (!page.isEmpty()) {
            json.putRaw(
                    "locations", page.stream().map(id -> location(prefix, id)).toList());
        }
        if (rest.size() > PAGE_SIZE) {
            json.put("nextPageToken", page.get(PAGE_SIZE - 1));
        }
        return json.end();
    }

    private static String location(String prefix, String id) {
        return JsonWriter.object()
                .put("name", prefix + id)
                .put("locationId", id)
                .end();
    }
}
