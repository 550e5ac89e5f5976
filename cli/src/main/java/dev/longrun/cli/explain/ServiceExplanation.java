// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.explain;

import dev.longrun.cli.output.Console;
import dev.longrun.name.Location;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.ServiceDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The versions of one service, explained for people. */
public final class ServiceExplanation {
    /** A region that nearly all services have. */
    private static final Location REGION = new Location("us-central1");

    private static final int FEW = 3;

    private ServiceExplanation() {}

    /** @param versions of one service, the one that is used unasked first */
    public static void print(List<ServiceDefinition> versions, Console console) {
        ServiceDefinition first = versions.get(0);
        console.data(first.name());
        fact(
                console,
                "versions",
                versions.stream().map(ServiceDefinition::version).collect(Collectors.joining(", ")));
        fact(console, "kind", CancelFacts.kind(first.dialect()));
        fact(console, "host", hosts(first));
        fact(console, "regional", regional(first.regionalLocations()));
        fact(console, "cancel", CancelFacts.request(first));
        fact(console, "told", CancelFacts.told(first.dialect()));
        CancelNotes.of(first.name()).ifPresent(note -> fact(console, "note", note));
        DocumentedNameTable.print(versions, console);
    }

    private static void fact(Console console, String name, String text) {
        console.data("  %-10s%s".formatted(name, text));
    }

    private static String hosts(ServiceDefinition service) {
        String here = service.host(Optional.of(REGION));
        return here.equals(service.defaultHost())
                ? here
                : service.defaultHost() + ", for names in " + REGION.id() + " " + here;
    }

    private static String regional(List<String> locations) {
        if (locations.isEmpty()) {
            return "none listed";
        }
        return "with --regional, for " + (locations.size() > FEW ? locations.size() + " locations, such as " : "")
                + String.join(", ", locations.subList(0, Math.min(FEW, locations.size())));
    }

    /** How many forms of names have a documented cancel: {@code 45 of 49}. */
    static String share(List<DocumentedName> names) {
        long cancellable = names.stream()
                .filter(name -> name.rpcs().contains(ApiMethod.CANCEL))
                .count();
        return cancellable + " of " + names.size();
    }
}
