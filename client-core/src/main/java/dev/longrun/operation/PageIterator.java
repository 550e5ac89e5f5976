// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.error.UnreadableResponseException;
import dev.longrun.service.OperationParent;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Iterates over the pages of a list, one request for each. */
final class PageIterator implements Iterator<OperationPage> {
    private final Function<ListRequest, OperationPage> list;
    private final Set<String> tokens = new HashSet<>();
    private Optional<ListRequest> next;

    PageIterator(Function<ListRequest, OperationPage> list, ListRequest first) {
        this.list = list;
        this.next = Optional.of(first);
    }

    static Stream<OperationPage> stream(Operations operations, ListRequest first) {
        return StreamSupport.stream(operations.pages(first).spliterator(), false);
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public OperationPage next() {
        ListRequest request = next.orElseThrow(NoSuchElementException::new);
        OperationPage page = list.apply(request);
        next = page.nextPageToken().map(token -> after(request, token));
        return page;
    }

    /** A repeated page token would make the list endless. */
    private ListRequest after(ListRequest request, String token) {
        tokens.add(request.pageToken());
        if (tokens.contains(token)) {
            OperationParent parent = request.parent();
            throw new UnreadableResponseException(
                    parent.service().label() + " list " + parent
                            + ": the server answered with a page token that it was asked with before; the list would never end");
        }
        return request.withPageToken(token);
    }
}
