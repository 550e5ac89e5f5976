// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.explain;

import dev.longrun.cli.output.Console;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.ServiceDefinition;
import java.util.List;
import java.util.Locale;

/** For each version the forms of its names, and which methods are documented for them. */
final class DocumentedNameTable {
    private static final String GAP = "  ";

    private DocumentedNameTable() {}

    static void print(List<ServiceDefinition> versions, Console console) {
        for (ServiceDefinition version : versions) {
            List<DocumentedName> names = DocumentedName.of(version);
            console.data("");
            console.data("%s: a cancel is documented for %s forms of names"
                    .formatted(version.version(), ServiceExplanation.share(names)));
            console.data(GAP + heading());
            names.forEach(name -> console.data(GAP + line(name)));
        }
    }

    private static String heading() {
        StringBuilder line = new StringBuilder();
        DocumentedName.RPCS.forEach(
                rpc -> line.append(rpc.label().toUpperCase(Locale.ROOT)).append(GAP));
        return line.append("NAMES").toString();
    }

    private static String line(DocumentedName name) {
        StringBuilder line = new StringBuilder();
        for (ApiMethod rpc : DocumentedName.RPCS) {
            String cell = name.rpcs().contains(rpc) ? "yes" : "-";
            line.append(cell)
                    .append(" ".repeat(Math.max(0, rpc.label().length() - cell.length())))
                    .append(GAP);
        }
        return line.append(name.pattern()).toString();
    }
}
