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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                    return new OperationPage(
                            List.of(), next.isEmpty() ? Optional.empty() : Optional.of(next), List.of());
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

    @ParameterizedTest
    @ValueSource(strings = {"a,a", "a,b,a"})
    void endsAtATokenThatComesAgain(String tokens) {
        Iterator<OperationPage> pages = pages(tokens.split(","));
        assertThatThrownBy(() -> pages.forEachRemaining(page -> {}))
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessage("file v1 list projects/p/locations/l: the server answered with a page token that it was"
                        + " asked with before; the list would never end");
        assertThat(asked).hasSize(tokens.split(",").length);
    }
}
