// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list of operations.
 *
 * <pre>{@code
 * for (OperationPage page : client.operations().pages(ListRequest.of(parent))) {
 *     page.operations().forEach(operation -> …);
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class OperationPage {
    private final List<Operation> operations;
    private final String nextPageToken;
    private final List<String> unreachable;
    private final List<String> unusable;

    private OperationPage(
            List<Operation> operations, String nextPageToken, List<String> unreachable, List<String> unusable) {
        this.operations = operations;
        this.nextPageToken = nextPageToken;
        this.unreachable = unreachable;
        this.unusable = unusable;
    }

    /** The last page of a list. For other implementations of {@link Operations}. */
    public static OperationPage of(List<Operation> operations) {
        return new OperationPage(List.copyOf(operations), "", List.of(), List.of());
    }

    /** @param value empty for the last page */
    public OperationPage withNextPageToken(String value) {
        return new OperationPage(operations, value, unreachable, unusable);
    }

    public OperationPage withUnreachable(List<String> value) {
        return new OperationPage(operations, nextPageToken, List.copyOf(value), unusable);
    }

    public OperationPage withUnusable(List<String> value) {
        return new OperationPage(operations, nextPageToken, unreachable, List.copyOf(value));
    }

    /** As the server ordered them; may be empty although more pages follow. */
    public List<Operation> operations() {
        return operations;
    }

    /** The token of the next page; empty on the last one. */
    public Optional<String> nextPageToken() {
        return Optional.of(nextPageToken).filter(token -> !token.isEmpty());
    }

    /** The locations that the server could not reach; their operations are unknown, not absent. */
    public List<String> unreachable() {
        return unreachable;
    }

    /**
     * The entries that are no operations of the parent, one sentence for each, with what came: without a usable name,
     * of another parent, or in a state that cannot be understood. No request is made for them.
     */
    public List<String> unusable() {
        return unusable;
    }
}
