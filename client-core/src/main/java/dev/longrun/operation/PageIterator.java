// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Iterates over the pages of a list, one request for each. */
final class PageIterator implements Iterator<OperationPage> {
    private final Function<ListRequest, OperationPage> list;
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
        next = request.next(page);
        return page;
    }
}
