// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import java.util.Optional;

/** A project in all its locations, which {@code -} stands for. */
record AllLocations(DefaultPlace place) implements DefaultPlace {

    @Override
    public Optional<String> project() {
        return place.project();
    }

    @Override
    public Optional<String> location(boolean zones) {
        return Optional.of("-");
    }

    @Override
    public boolean isGiven() {
        return true;
    }

    @Override
    public boolean isLocationGiven() {
        return false;
    }
}
