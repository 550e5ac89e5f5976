// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.json.JsonException;
import dev.longrun.json.JsonObject;
import dev.longrun.name.InvalidNameException;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        this.operations = List.copyOf(operations);
        this.nextPageToken = nextPageToken;
        this.unreachable = List.copyOf(unreachable);
        this.unusable = List.copyOf(unusable);
    }

    /** @throws dev.longrun.json.JsonException if it is no response to a list */
    static OperationPage read(OperationParent parent, JsonObject json) {
        OperationDialect dialect = Operation.dialect(parent.service());
        requireList(dialect, json);
        List<Operation> operations = new ArrayList<>();
        List<String> unusable = new ArrayList<>();
        for (JsonObject entry : entries(dialect, json, unusable)) {
            OperationName name = name(dialect, parent, entry);
            if (name == null) {
                unusable.add(MalformedOperation.entry(entry, "no operation has such a name"));
            } else if (!parent.contains(name)) {
                unusable.add(MalformedOperation.entry(entry, "not an operation of " + parent));
            } else {
                try {
                    // With bytes of its own, so that keeping one operation does not keep the page.
                    operations.add(Operation.read(name, entry.detached()));
                } catch (JsonException malformed) {
                    unusable.add(MalformedOperation.entry(entry, String.valueOf(malformed.getMessage())));
                }
            }
        }
        String next = json.string("nextPageToken").orElse("");
        return new OperationPage(operations, next, dialect.unreachable(json), unusable);
    }

    private static List<JsonObject> entries(OperationDialect dialect, JsonObject json, List<String> unusable) {
        return dialect.parts(json).stream()
                .flatMap(part -> {
                    String field = field(dialect, part);
                    require(!part.has(field) || part.isArray(field), part, field, "an array");
                    return part.objects(field, other -> unusable.add(MalformedOperation.noObject(other))).stream();
                })
                .toList();
    }

    private static String field(OperationDialect dialect, JsonObject list) {
        return dialect.entries().stream()
                .filter(list::has)
                .findFirst()
                .orElse(dialect.entries().get(0));
    }

    private static @Nullable OperationName name(OperationDialect dialect, OperationParent parent, JsonObject entry) {
        try {
            return parent.operation(dialect.name(parent, entry).orElse(""));
        } catch (InvalidNameException unnamed) {
            return null;
        }
    }

    /** Other JSON must not look like an empty list: "nothing to cancel" would be wrong. */
    private static void requireList(OperationDialect dialect, JsonObject json) {
        if (json.has("error")) {
            throw MalformedOperation.errorInstead(json);
        }
        String unreachable = dialect.unreachable();
        boolean isList =
                dialect.entries().stream().anyMatch(json::has) || json.has("nextPageToken") || json.has(unreachable);
        if (!isList && !dialect.isEmptyList(json)) {
            throw MalformedOperation.noList(json);
        }
        require(!json.has(unreachable) || json.isArray(unreachable), json, unreachable, "an array");
        require(
                !json.has("nextPageToken") || json.string("nextPageToken").isPresent(),
                json,
                "nextPageToken",
                "a string");
    }

    private static void require(boolean isOfType, JsonObject json, String field, String type) {
        if (!isOfType) {
            throw MalformedOperation.field(json, field, type);
        }
    }

    /** The last page of a list. For other implementations of {@link Operations}. */
    public static OperationPage of(List<Operation> operations) {
        return new OperationPage(operations, "", List.of(), List.of());
    }

    /** @param value empty for the last page */
    public OperationPage withNextPageToken(String value) {
        return new OperationPage(operations, value, unreachable, unusable);
    }

    public OperationPage withUnreachable(List<String> value) {
        return new OperationPage(operations, nextPageToken, value, unusable);
    }

    public OperationPage withUnusable(List<String> value) {
        return new OperationPage(operations, nextPageToken, unreachable, value);
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OperationPage that
                && operations.equals(that.operations)
                && nextPageToken.equals(that.nextPageToken)
                && unreachable.equals(that.unreachable)
                && unusable.equals(that.unusable);
    }

    @Override
    public int hashCode() {
        return Objects.hash(operations, nextPageToken, unreachable, unusable);
    }

    /** {@code 500 operations, more follow}. */
    @Override
    public String toString() {
        return operations.size() + " operations"
                + (nextPageToken.isEmpty() ? "" : ", more follow")
                + (unreachable.isEmpty() ? "" : ", not reached: " + SafeText.of(unreachable.toString()))
                + (unusable.isEmpty() ? "" : ", not usable: " + unusable.size());
    }
}
