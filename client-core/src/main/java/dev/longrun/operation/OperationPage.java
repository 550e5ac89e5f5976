// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.json.JsonException;
import dev.longrun.json.JsonObject;
import dev.longrun.name.InvalidNameException;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.text.Counted;
import dev.longrun.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of operations.
 *
 * <pre>{@code
 * for (OperationPage page : client.operations().pages(ListRequest.of(parent))) {
 *     page.operations().forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class OperationPage {
    private volatile Content content; // decoded at most once, or more often in a race
    private final String nextPageToken;
    private final List<String> unreachable;

    private OperationPage(Content content, String nextPageToken, List<String> unreachable) {
        this.content = content;
        this.nextPageToken = nextPageToken;
        this.unreachable = List.copyOf(unreachable);
    }

    /** @throws dev.longrun.json.JsonException if it is no response to a list */
    static OperationPage read(OperationParent parent, JsonObject json) {
        OperationDialect dialect = Operation.dialect(parent.service());
        requireList(dialect, json);
        List<JsonObject> entries = new ArrayList<>();
        List<String> unusable = new ArrayList<>();
        for (JsonObject part : dialect.parts(json)) {
            String field = field(dialect, part);
            require(!part.has(field) || part.isArray(field), part, field, "an array");
            entries.addAll(part.objects(field, other -> unusable.add(MalformedOperation.noObject(other))));
        }
        String next = json.string("nextPageToken").orElse("");
        return new OperationPage(new Content.Received(parent, entries, unusable), next, dialect.unreachable(json));
    }

    private static String field(OperationDialect dialect, JsonObject list) {
        return dialect.entries().stream()
                .filter(list::has)
                .findFirst()
                .orElse(dialect.entries().get(0));
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
        return new OperationPage(new Content.Decoded(List.copyOf(operations), List.of()), "", List.of());
    }

    /** @param value empty for the last page */
    public OperationPage withNextPageToken(String value) {
        return new OperationPage(content, value, unreachable);
    }

    public OperationPage withUnreachable(List<String> value) {
        return new OperationPage(content, nextPageToken, value);
    }

    public OperationPage withUnusable(List<String> value) {
        return new OperationPage(new Content.Decoded(operations(), List.copyOf(value)), nextPageToken, unreachable);
    }

    /** How many entries the page has, those that are not usable included; the others are not decoded by this. */
    public int size() {
        return content.size();
    }

    /** As the server ordered them; may be empty although more pages follow. */
    public List<Operation> operations() {
        return decoded().operations();
    }

    /**
     * The operations with the wanted names, in the server's order. Finds a few in a long page quickly, as it does not
     * decode the others.
     *
     * @param names is given relative names, such as {@code projects/p/locations/l/operations/o}
     */
    public List<Operation> operations(Predicate<String> names) {
        return content.operations(names);
    }

    private Content.Decoded decoded() {
        Content.Decoded decoded = content.decoded();
        content = decoded;
        return decoded;
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
        return decoded().unusable();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OperationPage that
                && operations().equals(that.operations())
                && nextPageToken.equals(that.nextPageToken)
                && unreachable.equals(that.unreachable)
                && unusable().equals(that.unusable());
    }

    @Override
    public int hashCode() {
        return Objects.hash(operations(), nextPageToken, unreachable, unusable());
    }

    /** {@code 500 operations, more follow}. */
    @Override
    public String toString() {
        return Counted.of(operations().size(), "operation")
                + (nextPageToken.isEmpty() ? "" : ", more follow")
                + (unreachable.isEmpty() ? "" : ", not reached: " + SafeText.of(unreachable.toString()))
                + (unusable().isEmpty() ? "" : ", not usable: " + unusable().size());
    }

    /** The entries of a page, as they were received or decoded. Immutable. */
    private interface Content {

        int size();

        /** The operations whose relative names are wanted. */
        List<Operation> operations(Predicate<String> names);

        Decoded decoded();

        record Decoded(List<Operation> operations, List<String> unusable) implements Content {

            @Override
            public int size() {
                return operations.size() + unusable.size();
            }

            @Override
            public List<Operation> operations(Predicate<String> names) {
                return operations.stream()
                        .filter(operation -> names.test(operation.name().value()))
                        .toList();
            }

            @Override
            public Decoded decoded() {
                return this;
            }
        }

        /** @param unusable tells of the elements that are no objects */
        record Received(OperationParent parent, List<JsonObject> entries, List<String> unusable) implements Content {

            @Override
            public int size() {
                return entries.size() + unusable.size();
            }

            @Override
            public List<Operation> operations(Predicate<String> names) {
                OperationDialect dialect = Operation.dialect(parent.service());
                String relative = parent.value() + "/"; // a name that begins otherwise may be spelled in another way
                List<JsonObject> wanted = new ArrayList<>();
                for (JsonObject entry : entries) {
                    String name = dialect.name(parent, entry).orElse("");
                    if (names.test(name) || !name.startsWith(relative)) {
                        wanted.add(entry);
                    }
                }
                return new Received(parent, wanted, List.of()).decoded().operations(names);
            }

            @Override
            public Decoded decoded() {
                OperationDialect dialect = Operation.dialect(parent.service());
                List<Operation> operations = new ArrayList<>();
                List<String> problems = new ArrayList<>(unusable);
                for (JsonObject entry : entries) {
                    OperationName name = name(dialect, entry);
                    if (name == null) {
                        problems.add(MalformedOperation.entry(entry, "no operation has such a name"));
                    } else if (!parent.contains(name)) {
                        problems.add(MalformedOperation.entry(entry, "not an operation of " + parent));
                    } else {
                        try {
                            // With bytes of its own, so that keeping one operation does not keep the page.
                            operations.add(Operation.read(name, entry.detached()));
                        } catch (JsonException malformed) {
                            problems.add(MalformedOperation.entry(entry, String.valueOf(malformed.getMessage())));
                        }
                    }
                }
                return new Decoded(List.copyOf(operations), List.copyOf(problems));
            }

            private @Nullable OperationName name(OperationDialect dialect, JsonObject entry) {
                try {
                    return parent.operation(dialect.name(parent, entry).orElse(""));
                } catch (InvalidNameException unnamed) {
                    return null;
                }
            }
        }
    }
}
