// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import dev.longrun.cli.mcp.AgentSession;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationParent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code list_operations}. */
record ListOperationsTool(AgentSession session) implements AgentTool {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;
    private static final int PAGE = 500;

    @Override
    public Tool definition() {
        InputSchema schema = new InputSchema()
                .text("parent", ToolTexts.PARENT)
                .text("server_filter", "In the service's own syntax, such as done=false; sent as it is.")
                .whole("limit", MOST, USUAL, "The most operations to return; `more` says whether there are others.");
        return AgentTool.readOnly(
                "list_operations",
                "List operations",
                "Lists the long-running operations of a project's location, or of another parent, with their states. "
                        + ToolTexts.UNTRUSTED,
                NameScope.addTo(schema).build());
    }

    @Override
    public Mono<ToolAnswer> call(ToolArguments arguments, CallProgress progress) {
        List<String> parent = arguments.text("parent").stream().toList();
        OperationParent where =
                new NameScope(session).parents(arguments, parent).get(0);
        OperationListing listing = new OperationListing(
                arguments.whole("limit", USUAL), session.environment().time().now());
        ListRequest first = ListRequest.of(where)
                .withFilter(arguments.text("server_filter").orElse(""))
                .withPageSize(Math.min(PAGE, arguments.whole("limit", USUAL)));
        return read(session.client().operations(), first, listing)
                .transform(ListLimit.of("the list of " + where))
                .then(Mono.fromSupplier(() -> ToolAnswer.of(listing.json())));
    }

    private static Mono<Void> read(Operations operations, ListRequest request, OperationListing listing) {
        return Mono.fromFuture(() -> operations.listAsync(request)).flatMap(page -> {
            Optional<ListRequest> next = request.next(page);
            listing.add(page, next.isPresent());
            return listing.isFull() || next.isEmpty() ? Mono.empty() : read(operations, next.get(), listing);
        });
    }
}
