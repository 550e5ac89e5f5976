// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import java.util.Optional;

/** The project and the location that complete names; looked up when they are needed. */
public interface DefaultPlace {

    /** Such as {@code acme}. */
    Optional<String> project();

    /**
     * Such as {@code us-central1}.
     *
     * @param zones whether the service has operations in zones
     */
    Optional<String> location(boolean zones);

    /** Whether the command line gives a project or a location. */
    boolean isGiven();

    /** Whether the command line gives the location. */
    boolean isLocationGiven();
}
