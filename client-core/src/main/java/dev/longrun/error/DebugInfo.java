// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import java.util.List;

/** A stack trace of the server, where a service shows it; for bug reports, not for programs. */
public record DebugInfo(List<String> stackEntries, String detail) implements StatusDetail {
    public DebugInfo {
        stackEntries = List.copyOf(stackEntries);
    }
}
