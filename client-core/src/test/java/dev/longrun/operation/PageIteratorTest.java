// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.error.UnreadableResponseException;
import dev.longrun.service.OperationParent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class PageIteratorTest {
    private static final ListRequest FIRST = ListRequest.of(OperationParent.of(Fixtures.FILE, "projects/p/locations/l"))
            .withPageSize(7);

    private final List<ListRequest> asked = new ArrayList<>();

    /** Pages that lead from token to token; an empty token is the last page's. */
    private Iterator<OperationPage> pages(String... tokens) {
        return new PageIterator(
                request -> {
                    asked.add(request);
                    String next = tokens[asked.size() - 1];
                    return OperationPage.of(List.of()).withNextPageToken(next);
                },
                FIRST);
    }

    @Test
    void asksForNothingBeforeItIsAsked() {
        assertThat(pages("").hasNext()).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void followsTheTokensThroughEmptyPagesAndKeepsTheRestOfTheRequest() {
        Iterator<OperationPage> pages = pages("a", "b", "");
        assertThat(pages).toIterable().hasSize(3);
        assertThat(asked).containsExactly(FIRST, FIRST.withPageToken("a"), FIRST.withPageToken("b"));
    }

    @Test
    void hasNothingAfterTheLast() {
        Iterator<OperationPage> pages = pages("");
        pages.next();
        assertThat(pages.hasNext()).isFalse();
        assertThatThrownBy(pages::next).isInstanceOf(NoSuchElementException.class);
        assertThat(asked).hasSize(1);
    }

    @Test
    void endsAtATokenThatComesAgain() {
        Iterator<OperationPage> pages = pages("a", "a");
        assertThatThrownBy(() -> pages.forEachRemaining(page -> {}))
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessage("file v1 list projects/p/locations/l: the server repeated a page token; the list would"
                        + " never end");
        assertThat(asked).hasSize(2);
    }

    @Test
    void endsWhenPagesNeverEnd() {
        Iterator<OperationPage> pages = new PageIterator(
                request -> {
                    asked.add(request);
                    return OperationPage.of(List.of()).withNextPageToken("token-" + asked.size() % 2);
                },
                FIRST);
        assertThatThrownBy(() -> pages.forEachRemaining(page -> {}))
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessage("file v1 list projects/p/locations/l: the server has sent 10000 pages and offers another;"
                        + " the list would never end");
        assertThat(asked).hasSize(ListRequest.MAX_PAGES);
    }
}
