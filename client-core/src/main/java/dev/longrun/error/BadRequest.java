// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import java.io.Serializable;
import java.util.List;

/** The fields of the request that are wrong. */
public record BadRequest(List<FieldViolation> fieldViolations) implements StatusDetail {
    public BadRequest {
        fieldViolations = List.copyOf(fieldViolations);
    }

    /**
     * One field that is wrong.
     *
     * @param field its path in the request body, such as {@code instance.networks[0].modes}
     * @param description for people
     * @param reason in upper snake case, for programs
     * @param localizedMessage for end users; both parts empty when the server sent none
     */
    public record FieldViolation(String field, String description, String reason, LocalizedMessage localizedMessage)
            implements Serializable {}
}
