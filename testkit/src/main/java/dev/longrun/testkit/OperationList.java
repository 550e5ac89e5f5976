// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects one page of a list. Each page begins after the last name of the page before. */
final class OperationList {

    private final RoutedRequest request;
    private final ListParameters parameters;
    private final NameFilter names;
    private final Collection<String> unreachable;
    private final Instant now;
    private final List<String> page = new ArrayList<>();
    private String last = "";
    private boolean more;

    OperationList(RoutedRequest request, ListParameters parameters, Collection<String> unreachable, Instant now) {
        this.request = request;
        this.parameters = parameters;
        this.names = new NameFilter(parameters.prefix());
        this.unreachable = unreachable;
        this.now = now;
    }

    String json(OperationStore store) {
        for (StoredOperation stored : store.after(names.fixed(), parameters.last())) {
            if (isListed(stored.name()) && !take(stored.served(request.binding(), now))) {
                break;
            }
        }
        return request.dialect()
                .list(new ListPage(request, page, more ? parameters.tokenAfter(last) : "", unreachable));
    }

    private boolean isListed(String name) {
        return names.matches(name) && unreachable.stream().noneMatch(location -> name.startsWith(location + '/'));
    }

    /** Returns false if the page is full, so that there is another page. */
    private boolean take(ServedOperation operation) {
        if (operation.state().isDeleted() || !parameters.filter().test(operation)) {
            return true;
        }
        if (page.size() == parameters.pageSize()) {
            more = true;
            return false;
        }
        page.add(request.dialect().operation(operation));
        last = operation.name();
        return true;
    }
}
