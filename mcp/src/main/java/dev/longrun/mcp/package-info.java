// SPDX-License-Identifier: Apache-2.0
/**
 * The server of {@code lro mcp}: the tools of the Model Context Protocol over a client of Longrun.
 *
 * <p>Read {@link dev.longrun.mcp.McpAgentServer} first, then {@link dev.longrun.mcp.PlanLedger}, which decides what an
 * agent may cancel. Knows nothing of the command line.
 */
@NullMarked
package dev.longrun.mcp;

import org.jspecify.annotations.NullMarked;
