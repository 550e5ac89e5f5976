// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.binding.HttpRule;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.ServiceDefinition;
import java.util.List;

/** The documented paths of one service, a line each. */
public final class PathTable {
    private static final int LONGEST_METHOD = "DELETE".length();

    private PathTable() {}

    /** @param versions of one service */
    public static void print(List<ServiceDefinition> versions, Console console) {
        List<String> names = versions.stream().map(ServiceDefinition::name).toList();
        Columns columns = Columns.of("SERVICE", "VERSION", "RPC", "METHOD", "PATH")
                .withWidth(0, names)
                .withWidth(2, LONGEST_METHOD)
                .withWidth(3, LONGEST_METHOD);
        console.heading(columns.heading());
        for (ServiceDefinition version : versions) {
            for (ApiMethod rpc : ServiceRow.RPCS) {
                version.rules(rpc).forEach(rule -> console.data(columns.line(cells(version, rpc, rule))));
            }
        }
    }

    private static List<String> cells(ServiceDefinition version, ApiMethod rpc, HttpRule rule) {
        return List.of(
                version.name(),
                version.version(),
                rpc.label(),
                rule.method().name(),
                rule.template().toString());
    }
}
