// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.mcp;

import dev.longrun.OperationsClient;
import dev.longrun.cli.name.NameDefaults;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.process.ProcessEnvironment;
import dev.longrun.service.ServiceRegistry;
import java.util.OptionalInt;

/**
 * What an agent server works with.
 *
 * @param environment the process: stdin has the messages of the agent
 * @param console prints the messages for the agent as data, all else to stderr
 * @param client sends the requests; the caller closes it
 * @param registry the services of names
 * @param defaults what names of the agent are completed with
 * @param maxCancels the most operations that the agent may cancel in this session; empty if it may cancel none
 */
public record AgentSession(
        ProcessEnvironment environment,
        Console console,
        OperationsClient client,
        ServiceRegistry registry,
        NameDefaults defaults,
        OptionalInt maxCancels) {}
