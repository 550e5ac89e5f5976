// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.wire.JsonWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** One page of a list. Each page begins after the last name of the page before. */
final class OperationList {

    private final ListParameters request;
    private final NameFilter names;
    private final Collection<String> unreachable;
    private final Instant now;
    private final String apiVersion;
    private final List<String> page = new ArrayList<>();
    private String last = "";
    private boolean more;

    OperationList(ListParameters request, Collection<String> unreachable, Instant now, String apiVersion) {
        this.request = request;
        this.names = new NameFilter(request.prefix());
        this.unreachable = unreachable;
        this.now = now;
        this.apiVersion = apiVersion;
    }

    String json(OperationStore store) {
        for (StoredOperation stored : store.after(names.fixed(), request.last())) {
            if (!isListed(stored.name())) {
                continue;
            }
            OperationRecord operation = stored.at(now);
            if (isWanted(operation) && !take(operation, stored.content())) {
                break;
            }
        }
        return write();
    }

    private boolean isListed(String name) {
        return names.matches(name) && unreachable.stream().noneMatch(location -> name.startsWith(location + '/'));
    }

    private boolean isWanted(OperationRecord operation) {
        return !operation.state().isDeleted()
                && request.done().map(done -> done == operation.done()).orElse(true);
    }

    /** Returns false if the page is full, so that there is another page. */
    private boolean take(OperationRecord operation, OperationContent content) {
        if (page.size() == request.pageSize()) {
            more = true;
            return false;
        }
        page.add(OperationJson.of(operation, content, apiVersion));
        last = operation.name();
        return true;
    }

    /** Leaves out empty fields, as proto JSON does: a list without operations is {@code {}}. */
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
