// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import dev.longrun.cli.mcp.AgentSession;
import dev.longrun.cli.name.ServiceFinder;
import dev.longrun.cli.output.CandidateRow;
import dev.longrun.cli.output.RowJson;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;
import reactor.core.publisher.Mono;

/** {@code find_service}. */
record FindServiceTool(AgentSession session) implements AgentTool {

    @Override
    public Tool definition() {
        InputSchema schema = new InputSchema()
                .text(
                        "name",
                        "A name without its service, such as projects/P/locations/L/operations/ID; or an id, with"
                                + " project and perhaps location.")
                .text("project", "Completes an id.")
                .text("location", "Completes an id.")
                .required("name");
        return AgentTool.readOnly(
                "find_service",
                "Find the service of a name",
                "Tells which services document operations with such a name, from the tables of this server: nothing is"
                        + " sent, and the operation need not exist. Many services have names alike; get_operation with"
                        + " //SERVICE/NAME says whether one has it.",
                schema.build());
    }

    @Override
    public Mono<ToolAnswer> call(ToolArguments arguments, CallProgress progress) {
        NameScope scope = new NameScope(session);
        String text = arguments.required("name");
        List<String> candidates = new ServiceFinder(session.registry(), scope.defaults(arguments, text))
                .find(text).stream()
                        .map(candidate -> new CandidateRow(candidate).json())
                        .toList();
        return Mono.just(
                ToolAnswer.of(RowJson.object().putRaw("candidates", candidates).end()));
    }
}
