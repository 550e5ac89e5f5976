// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.service.OperationParent;

/**
 * A request for a list of operations.
 *
 * <pre>{@code
 * ListRequest.of(Filestore.project("acme").location("us-central1").operations()).withPageSize(500)
 * }</pre>
 *
 * @param parent of the operations
 * @param filter in the service's own syntax, sent as it is; empty for all
 * @param pageSize the most that one page may hold, 0 for the server's choice
 * @param pageToken of the page, empty for the first page
 * @param partialSuccess true if unreachable locations are reported in the page instead of failing the call
 */
public record ListRequest(
        OperationParent parent, String filter, int pageSize, String pageToken, boolean partialSuccess) {
    public ListRequest {
        if (pageSize < 0) {
            throw new IllegalArgumentException(
                    "pageSize must be 0 (the server's choice) or more, for example 500; got " + pageSize);
        }
    }

    /** All operations of {@code parent}, in pages of the server's choice. */
    public static ListRequest of(OperationParent parent) {
        return new ListRequest(parent, "", 0, "", false);
    }

    public ListRequest withFilter(String value) {
        return new ListRequest(parent, value, pageSize, pageToken, partialSuccess);
    }

    public ListRequest withPageSize(int value) {
        return new ListRequest(parent, filter, value, pageToken, partialSuccess);
    }

    public ListRequest withPageToken(String value) {
        return new ListRequest(parent, filter, pageSize, value, partialSuccess);
    }

    public ListRequest withPartialSuccess(boolean value) {
        return new ListRequest(parent, filter, pageSize, pageToken, value);
    }
}
