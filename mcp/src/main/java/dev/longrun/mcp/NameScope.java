// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import dev.longrun.cli.mcp.AgentSession;
import dev.longrun.cli.name.NameDefaults;
import dev.longrun.cli.name.OperationNameParser;
import dev.longrun.cli.name.ParentParser;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import java.util.List;
import java.util.Optional;

/** Reads the names of a call: what its arguments do not say, the options of the command do. */
record NameScope(AgentSession session) {

    /** Adds the arguments that complete names. */
    static InputSchema addTo(InputSchema schema) {
        return schema.text("service", "The service of names that do not tell it, such as file or aiplatform.")
                .text("project", "Completes a name that is an id only.")
                .text("location", "Completes a name that is an id only, such as us-central1.")
                .text("api_version", "The version of the service's API, such as v1beta1; rarely needed.");
    }

    /** @throws IllegalArgumentException if the argument {@code name} is no operation's name */
    OperationName operation(ToolArguments arguments) {
        return operation(arguments, arguments.required("name"));
    }

    OperationName operation(ToolArguments arguments, String text) {
        return new OperationNameParser(session.registry(), defaults(arguments, text), session.console()::noteOnce)
                .parse(text);
    }

    /** @throws IllegalArgumentException if a text is no parent, or there is none */
    List<OperationParent> parents(ToolArguments arguments, List<String> texts) {
        return texts.isEmpty()
                ? List.of(parser(arguments, "").ofOptions())
                : texts.stream()
                        .map(text -> parser(arguments, text).parse(text))
                        .toList();
    }

    private ParentParser parser(ToolArguments arguments, String text) {
        return new ParentParser(session.registry(), defaults(arguments, text), session.console()::noteOnce);
    }

    NameDefaults defaults(ToolArguments arguments, String text) {
        NameDefaults given = session.defaults();
        return new NameDefaults(
                arguments.text("service").or(() -> tellsService(text) ? Optional.empty() : given.service()),
                arguments.text("api_version").or(() -> tellsService(text) ? Optional.empty() : given.version()),
                new ArgumentPlace(arguments.text("project"), arguments.text("location"), given.place()),
                given.onThisMachine());
    }

    /** Whether the text is a full name or a URL: then the service of the command's options does not count. */
    static boolean tellsService(String text) {
        return text.contains("//") || text.contains(".googleapis.com/");
    }
}
