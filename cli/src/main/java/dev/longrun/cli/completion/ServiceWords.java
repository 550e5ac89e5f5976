// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.completion;

import dev.longrun.service.ServiceProvider;
import dev.longrun.service.ServiceTable;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The short names of all services that are known without files of the user. */
final class ServiceWords {
    private ServiceWords() {}

    /** Sorted: {@code aiplatform}, {@code gke}. */
    static List<String> all() {
        return ServiceLoader.load(ServiceProvider.class, ServiceProvider.class.getClassLoader()).stream()
                .map(provider -> provider.get().table())
                .flatMap(table -> table.services().stream().flatMap(service -> shortNames(table, service)))
                .sorted()
                .distinct()
                .toList();
    }

    private static Stream<String> shortNames(ServiceTable table, String service) {
        return table.shortNames(service).stream().filter(name -> name.matches("[a-z0-9-]+"));
    }
}
