// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code lro mcp} up to its server, whose own tests are in its module. */
@Timeout(30)
class McpTest {
    private final Shell shell = Shell.start();

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void aLimitOfCancelsNeedsLeaveToCancel() {
        assertThat(shell.lro("mcp", "--max-ops=5")).isEqualTo(2);
        assertThat(shell.err()).startsWith("lro: --max-ops limits what the agent may cancel");
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void aLimitIsANumberOfOperations() {
        assertThat(shell.lro("mcp", "--allow-cancel", "--max-ops=0")).isEqualTo(2);
        assertThat(shell.err()).contains("a number of operations, 1 or more");
    }

    @Test
    void thisBuildHasNoJarsOfTheServer() {
        assertThat(shell.lro("mcp")).isEqualTo(2);
        assertThat(shell.err()).startsWith("lro: the jars of `lro mcp` are missing: expected in ");
        assertThat(shell.out()).isEmpty();
    }
}
