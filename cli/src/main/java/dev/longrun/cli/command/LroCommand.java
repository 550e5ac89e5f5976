// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** {@code lro} without a command, and the settings that all commands inherit. */
@Command(
        name = "lro",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = LroVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Cancels long-running operations of Google Cloud, and says truthfully what became of them.",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  every outcome as asked      3  ended otherwise          5  unknown",
            "  1  error                       4  still running            130  interrupted",
            "  2  wrong name or option; nothing was sent for it"
        })
final class LroCommand {}
