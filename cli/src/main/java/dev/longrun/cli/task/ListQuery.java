// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationParent;
import dev.longrun.sweep.OperationFilter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which operations are listed, and in which order.
 *
 * @param parents one or more
 * @param allLocations whether the service is asked for its locations where a parent ends in {@code /locations/-}
 * @param filters all of which an operation must pass
 * @param serverFilter that the service applies; {@code ""} for none
 * @param order that of the lists if empty
 * @param pageSize 0 for the server's choice
 * @param partial whether locations that cannot be reached are left out
 * @param limit of rows
 */
public record ListQuery(
        List<OperationParent> parents,
        boolean allLocations,
        List<OperationFilter> filters,
        String serverFilter,
        Optional<OperationOrder> order,
        int pageSize,
        boolean partial,
        long limit) {

    public ListQuery {
        parents = parents.stream().distinct().toList();
        filters = List.copyOf(filters);
    }

    ListRequest request(OperationParent parent) {
        return ListRequest.of(parent)
                .withFilter(serverFilter)
                .withPageSize(pageSize)
                .withPartialSuccess(partial);
    }

    /** Why the first filter that the operation does not pass leaves it out. */
    Optional<String> reasonAgainst(Operation operation, Instant now) {
        return filters.stream()
                .flatMap(filter -> filter.reasonAgainst(operation, now).stream())
                .findFirst();
    }
}
