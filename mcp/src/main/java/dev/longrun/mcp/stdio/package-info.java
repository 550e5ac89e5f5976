// SPDX-License-Identifier: Apache-2.0
/**
 * JSON-RPC messages of the Model Context Protocol over stdin and stdout, one a line.
 *
 * <p>The transport of the SDK ends the session at the first line that is no message, and knows no cancelled requests;
 * this one answers such a line with an error, stops requests that the client cancels, and has few of them at a time.
 * Read {@link dev.longrun.mcp.stdio.StdioServer} first. Knows nothing of tools or operations.
 */
@NullMarked
package dev.longrun.mcp.stdio;

import org.jspecify.annotations.NullMarked;
