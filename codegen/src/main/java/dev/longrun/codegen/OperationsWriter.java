// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import dev.longrun.service.ApiMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the methods of a step for its operations: the name of one, and the parent for a list, if documented. */
final class OperationsWriter {
    private final VersionNames names;
    private final NameForm form;

    OperationsWriter(VersionNames names, NameForm form) {
        this.names = names;
        this.form = form;
    }

    List<String> members() {
        List<String> members = new ArrayList<>();
        List<ApiMethod> documented = names.documented(form);
        if (documented.stream().anyMatch(rpc -> rpc != ApiMethod.LIST)) {
            members.add(operation(documented));
        }
        if (documented.contains(ApiMethod.LIST)) {
            members.add(list());
        }
        return members;
    }

    private String operation(List<ApiMethod> documented) {
        boolean cancel = documented.contains(ApiMethod.CANCEL);
        String rpcs = documented.stream()
                .filter(rpc -> rpc != ApiMethod.LIST)
                .map(ApiMethod::label)
                .collect(Collectors.joining(", "));
        String doc = JavadocText.of(
                "    ",
                List.of("{@code operations/{operation}} of this %s. Documented: %s%s."
                        .formatted(form.label().prose(), rpcs, cancel ? "" : "; no cancel")));
        return doc + """
                    public OperationName operation(String operation) {
                        return Step.operation(resource, operation);
                    }
                """;
    }

    private String list() {
        return """
                    /** The parent of the operations of this %s, for a list. */
                    public OperationParent operations() {
                        return OperationParent.of(%s.definition(), resource.value());
                    }
                """.formatted(form.label().prose(), names.table().entry());
    }
}
