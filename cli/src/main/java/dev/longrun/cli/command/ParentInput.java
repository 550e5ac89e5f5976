// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.name.NameDefaults;
import dev.longrun.cli.name.ParentParser;
import dev.longrun.service.OperationParent;
import java.util.List;

/**
 * The parents whose operations a command lists.
 *
 * @param texts as typed; if there are none, the options make one
 * @param allLocations whether the service is asked for its locations, so that the options need to name none
 */
record ParentInput(List<String> texts, boolean allLocations, NameOptions meaning, ClientOptions client) {

    /** @throws IllegalArgumentException if one is no parent, or there is none */
    List<OperationParent> parse(CommandContext context) {
        NameDefaults defaults = meaning.defaults(context, client.config(context).isOnThisMachine());
        ParentParser parser = new ParentParser(
                client.registry(context),
                allLocations && texts.isEmpty() ? everywhere(defaults) : defaults,
                context.console()::noteOnce);
        return texts.isEmpty()
                ? List.of(parser.ofOptions())
                : texts.stream().map(parser::parse).toList();
    }

    private NameDefaults everywhere(NameDefaults defaults) {
        if (defaults.place().isLocationGiven()) {
            throw new IllegalArgumentException(
                    "--all-locations looks in every location, and --location names one; leave" + " out one of them");
        }
        return defaults.project().isPresent() ? defaults.inAllLocations() : defaults;
    }
}
