// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import java.util.function.Consumer;

/**
 * Says that requests have the standard form because the catalog does not have the service.
 *
 * @param notes receives a line for each name, the same for the names of one service
 */
public record StandardFormNote(ServiceRegistry registry, Consumer<String> notes) {

    /** Says it if it is so for the service. */
    public void check(ServiceDefinition service) {
        if (!registry.services().contains(service.name())) {
            notes.accept("lro: %s is not in the catalog; the standard form of google.longrunning is used"
                    .formatted(service.name()));
        }
    }
}
