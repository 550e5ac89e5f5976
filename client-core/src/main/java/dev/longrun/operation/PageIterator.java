// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.error.UnreadableAnswerException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Walks the pages of a list, one request a step. */
final class PageIterator implements Iterator<OperationPage> {
    private final Operations operations;
    private Optional<ListRequest> next;

    PageIterator(Operations operations, ListRequest first) {
        this.operations = operations;
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
        OperationPage page = operations.list(request);
        next = page.nextPageToken().map(token -> after(request, token));
        return page;
    }

    /** A server that hands out the token it was given would be asked for ever. */
    private static ListRequest after(ListRequest request, String token) {
        if (token.equals(request.pageToken())) {
            throw new UnreadableAnswerException("list " + request.parent()
                    + ": the server answered with the page token it was asked with; the list would never end");
        }
        return request.withPageToken(token);
    }
}
