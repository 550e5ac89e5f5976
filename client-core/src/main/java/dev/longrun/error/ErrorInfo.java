// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The cause, for programs: branch on {@code reason} within {@code domain}, never on the status message.
 *
 * @param reason in upper snake case, such as {@code SERVICE_DISABLED}
 * @param domain whose reason it is, such as {@code googleapis.com}
 * @param metadata the particulars, in the order they were sent
 */
public record ErrorInfo(String reason, String domain, Map<String, String> metadata) implements StatusDetail {
    public ErrorInfo {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
}
