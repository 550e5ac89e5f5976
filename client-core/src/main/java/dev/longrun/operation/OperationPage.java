// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.json.JsonObject;
import dev.longrun.name.InvalidNameException;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param operations as the server ordered them; may be empty although more pages follow
 * @param nextPageToken the token of the next page; empty on the last one
 * @param unreachable the locations that the server could not reach; their operations are unknown, not absent
 */
public record OperationPage(List<Operation> operations, Optional<String> nextPageToken, List<String> unreachable) {

    /**
     * Operations without a valid name are left out: no request could name them. Each operation has its own copy of its
     * bytes, so that keeping one does not keep the page.
     */
    static OperationPage read(OperationParent parent, JsonObject json) {
        List<Operation> operations = json.objects("operations").stream()
                .flatMap(each -> name(parent, each).map(name -> Operation.read(name, each.detached())).stream())
                .toList();
        Optional<String> next = json.string("nextPageToken").filter(token -> !token.isEmpty());
        return new OperationPage(operations, next, json.strings("unreachable"));
    }

    private static Optional<OperationName> name(OperationParent parent, JsonObject operation) {
        try {
            return operation.string("name").map(parent::operation);
        } catch (InvalidNameException unusable) {
            return Optional.empty();
        }
    }
}
