// SPDX-License-Identifier: Apache-2.0
/**
 * What {@code lro mcp} and the agent server have in common. The server itself is in jars of its own, which only that
 * command loads.
 *
 * <p>Read {@link dev.longrun.cli.mcp.AgentServer} first. Knows nothing of the Model Context Protocol.
 */
@NullMarked
package dev.longrun.cli.mcp;

import org.jspecify.annotations.NullMarked;
