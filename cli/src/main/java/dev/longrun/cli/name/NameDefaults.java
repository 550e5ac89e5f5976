// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import java.util.Optional;

/**
 * What the options add to names.
 *
 * @param service as in {@code file} or {@code file.googleapis.com}
 * @param version of the API; if absent, the newest stable one that documents the name
 * @param project completes ids
 * @param location completes ids
 * @param onThisMachine whether requests go to an endpoint on this machine
 */
public record NameDefaults(
        Optional<String> service,
        Optional<String> version,
        Optional<String> project,
        Optional<String> location,
        boolean onThisMachine) {}
