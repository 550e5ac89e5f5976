// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.OperationsClient;
import picocli.CommandLine.IVersionProvider;

/** {@code lro 0.1.0}. */
final class LroVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"lro " + OperationsClient.version()};
    }
}
