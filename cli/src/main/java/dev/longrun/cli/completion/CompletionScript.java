// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.completion;

import picocli.CommandLine;

/** The script of a shell that completes the words of a command line. */
public enum CompletionScript {
    BASH {
        @Override
        public String of(CommandLine lro) {
            return BashScript.of(lro);
        }
    },
    ZSH {
        @Override
        public String of(CommandLine lro) {
            return ZshScript.of(lro);
        }
    },
    FISH {
        @Override
        public String of(CommandLine lro) {
            return FishScript.of(lro);
        }
    };

    /**
     * The text of the script, which the shell reads as a whole.
     *
     * @param lro all commands; they may be changed
     */
    public abstract String of(CommandLine lro);
}
