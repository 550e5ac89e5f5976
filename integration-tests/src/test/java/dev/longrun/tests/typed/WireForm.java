// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.typed;

import dev.longrun.cancel.CancelOutcome;
import java.util.List;
import java.util.Optional;

/**
 * What the requests of a typed service look like, and what a cancel that stops the work comes to.
 *
 * @param listOfProject what follows a project in the path of its list
 * @param cancel what follows the name in the path of a cancel; empty if the service has none
 * @param await what follows the name in the path of a wait
 * @param timeout a pattern of the parameters of a wait of 30 s
 */
record WireForm(
        String listOfProject, Optional<String> cancel, String await, String timeout, CancelOutcome.Kind stopped) {
    private static final String OPERATIONS = "/operations";

    static final WireForm LONGRUNNING =
            new WireForm(OPERATIONS, Optional.of(":cancel"), ":wait", ".*timeout.*30s.*", CancelOutcome.Kind.CANCELLED);
    static final WireForm COMPUTE =
            new WireForm("/aggregated" + OPERATIONS, Optional.empty(), "/wait", "", CancelOutcome.Kind.UNSUPPORTED);
    static final WireForm CONTAINER =
            new WireForm(OPERATIONS, Optional.of(":cancel"), "", "", CancelOutcome.Kind.ENDED);
    static final WireForm SQLADMIN =
            new WireForm(OPERATIONS, Optional.of("/cancel"), "", "", CancelOutcome.Kind.CANCELLED);

    /** The path of the list of the parent at {@code path}. */
    String list(String path) {
        return path + (path.matches(".*/projects/[^/]+") ? listOfProject : OPERATIONS);
    }

    /** The paths of the requests by which an operation at {@code path} is cancelled. */
    List<String> cancels(String path) {
        return cancel.map(suffix -> path + suffix).stream().toList();
    }
}
