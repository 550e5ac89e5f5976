// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.json.JsonWriter;
import dev.longrun.testkit.OperationState.Deleted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One page of a list. Each page begins where the last one ended, so all pages together read each operation about once.
 */
final class OperationList {

    private final ListRequest request;
    private final NameFilter names;
    private final Collection<String> unreachable;
    private final Instant now;
    private final String apiVersion;
    private final List<String> page = new ArrayList<>();
    private String last = "";
    private boolean more;

    OperationList(ListRequest request, Collection<String> unreachable, Instant now, String apiVersion) {
        this.request = request;
        this.names = new NameFilter(request.prefix());
        this.unreachable = unreachable;
        this.now = now;
        this.apiVersion = apiVersion;
    }

    String json(OperationStore store) {
        for (StoredOperation entry : store.after(names.fixed(), request.last())) {
            if (!isListed(entry.name())) {
                continue;
            }
            OperationRecord operation = entry.look(now);
            if (isWanted(operation) && !take(operation, entry.wording())) {
                break;
            }
        }
        return write();
    }

    private boolean isListed(String name) {
        return names.matches(name) && unreachable.stream().noneMatch(location -> name.startsWith(location + '/'));
    }

    private boolean isWanted(OperationRecord operation) {
        return !(operation.state() instanceof Deleted)
                && request.done().map(done -> done == operation.done()).orElse(true);
    }

    /** False if the page was full, so that there is another. */
    private boolean take(OperationRecord operation, OperationContent wording) {
        if (page.size() == request.pageSize()) {
            more = true;
            return false;
        }
        page.add(OperationJson.of(operation, wording, apiVersion));
        last = operation.name();
        return true;
    }

    /** As proto JSON does, leaves out what is empty: a list without operations is {@code {}}. */
    private String write() {
        JsonWriter json = JsonWriter.object();
        if (!page.isEmpty()) {
            json.putRaw("operations", page);
        }
        if (more) {
            json.put("nextPageToken", request.tokenAfter(last));
        }
        if (!unreachable.isEmpty()) {
            json.put("unreachable", unreachable);
        }
        return json.end();
    }
}
