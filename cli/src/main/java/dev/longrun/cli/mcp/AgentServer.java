// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.mcp;

import dev.longrun.cli.output.ExitCode;

/** Serves the operations of a session to an agent. The jars of {@link AgentServerJars} have the only implementation. */
public interface AgentServer {

    /** Serves on stdin and stdout until stdin ends. */
    ExitCode serve(AgentSession session);
}
