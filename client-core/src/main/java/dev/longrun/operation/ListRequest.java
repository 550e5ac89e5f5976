// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.service.OperationParent;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request for one page of a list of operations.
 *
 * <pre>{@code
 * ListRequest.of(Filestore.project("acme").location("us-central1").operations()).withPageSize(500)
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class ListRequest {
    /** A list of more pages would most likely never end. */
    static final int MAX_PAGES = 10_000;

    private final OperationParent parent;
    private final String filter;
    private final int pageSize;
    private final String pageToken;
    private final boolean partialSuccess;
    private final int page;

    private ListRequest(
            OperationParent parent, String filter, int pageSize, String pageToken, boolean partialSuccess, int page) {
        this.parent = parent;
        this.filter = filter;
        this.pageSize = pageSize;
        this.pageToken = pageToken;
        this.partialSuccess = partialSuccess;
        this.page = page;
    }

    /** All operations of {@code parent}, in pages of the server's choice. */
    public static ListRequest of(OperationParent parent) {
        return new ListRequest(parent, "", 0, "", false, 1);
    }

    /** Whose operations are listed. */
    public OperationParent parent() {
        return parent;
    }

    /** In the service's own syntax, sent as it is; empty for all. */
    public String filter() {
        return filter;
    }

    /** The most operations that one page may hold, 0 for the server's choice. */
    public int pageSize() {
        return pageSize;
    }

    /** Of the page that is asked for; empty for the first page. */
    public String pageToken() {
        return pageToken;
    }

    /** True if unreachable locations are reported in the page instead of failing the call (AIP-217). */
    public boolean partialSuccess() {
        return partialSuccess;
    }

    public ListRequest withFilter(String value) {
        return new ListRequest(parent, value, pageSize, pageToken, partialSuccess, page);
    }

    /** @throws IllegalArgumentException if the value is negative */
    public ListRequest withPageSize(int value) {
        if (value < 0) {
            throw new IllegalArgumentException(
                    "pageSize must be 0 (the server's choice) or more, for example 500; got " + value);
        }
        return new ListRequest(parent, filter, value, pageToken, partialSuccess, page);
    }

    public ListRequest withPageToken(String value) {
        return new ListRequest(parent, filter, pageSize, value, partialSuccess, page);
    }

    public ListRequest withPartialSuccess(boolean value) {
        return new ListRequest(parent, filter, pageSize, pageToken, value, page);
    }

    /**
     * The request for the page after the one that answered this request; empty after the last.
     *
     * @throws dev.longrun.error.UnreadableResponseException if the page leads to itself, or is the 10,000th: the list
     *     would never end
     */
    public Optional<ListRequest> next(OperationPage answer) {
        return answer.nextPageToken().map(token -> {
            if (token.equals(pageToken)) {
                throw MalformedOperation.endless(parent, "the server repeated a page token");
            }
            if (page >= MAX_PAGES) {
                throw MalformedOperation.endless(
                        parent, "the server has sent " + MAX_PAGES + " pages and offers another");
            }
            return new ListRequest(parent, filter, pageSize, token, partialSuccess, page + 1);
        });
    }

    /** True for a request for the same page, whatever pages came before. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ListRequest that
                && parent.equals(that.parent)
                && filter.equals(that.filter)
                && pageSize == that.pageSize
                && pageToken.equals(that.pageToken)
                && partialSuccess == that.partialSuccess;
    }

    @Override
    public int hashCode() {
        return Objects.hash(parent, filter, pageSize, pageToken, partialSuccess);
    }

    @Override
    public String toString() {
        return "operations of " + parent
                + (filter.isEmpty() ? "" : ", filter " + filter)
                + (pageSize == 0 ? "" : ", page size " + pageSize)
                + (pageToken.isEmpty() ? "" : ", page token " + pageToken)
                + (partialSuccess ? ", partial success" : "");
    }
}
