// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import dev.longrun.cli.name.DefaultPlace;
import java.util.Optional;

/** The project and the location of a call's arguments, and for what they lack those of the command. */
record ArgumentPlace(Optional<String> givenProject, Optional<String> givenLocation, DefaultPlace ofCommand)
        implements DefaultPlace {

    @Override
    public Optional<String> project() {
        return givenProject.or(ofCommand::project);
    }

    @Override
    public Optional<String> location(boolean zones) {
        return givenLocation.or(() -> ofCommand.location(zones));
    }

    @Override
    public boolean isGiven() {
        return givenProject.isPresent() || givenLocation.isPresent() || ofCommand.isGiven();
    }

    @Override
    public boolean isLocationGiven() {
        return givenLocation.isPresent() || ofCommand.isLocationGiven();
    }
}
