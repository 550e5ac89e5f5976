// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import java.io.Serializable;
import java.util.List;

/** What has to change in the system, not in the request, before it can succeed. */
public record PreconditionFailure(List<Violation> violations) implements StatusDetail {
    public PreconditionFailure {
        violations = List.copyOf(violations);
    }

    /**
     * One condition that does not hold.
     *
     * @param type the service's name for the kind of condition, such as {@code TOS}
     * @param subject what fails it, such as {@code google.com/cloud}
     * @param description for people: how to meet it
     */
    public record Violation(String type, String subject, String description) implements Serializable {}
}
