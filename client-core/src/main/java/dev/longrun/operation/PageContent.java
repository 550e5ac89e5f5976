// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.json.JsonException;
import dev.longrun.json.JsonObject;
import dev.longrun.name.InvalidNameException;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The entries of a page, as they were received or decoded. Immutable. */
interface PageContent {

    int size();

    /** The operations whose relative names are wanted. */
    List<Operation> operations(Predicate<String> names);

    Decoded decoded();

    record Decoded(List<Operation> operations, List<String> unusable) implements PageContent {

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
    record Received(OperationParent parent, List<JsonObject> entries, List<String> unusable) implements PageContent {

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
