// SPDX-License-Identifier: Apache-2.0
package dev.longrun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.binding.HttpRule;
import dev.longrun.name.Location;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.service.ServiceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of the typed modules, which lie beside this one, say what the catalog says. */
class TypedTablesTest {
    private static final ServiceRegistry CATALOG = ServiceRegistry.of(new Catalog());
    private static final List<Optional<Location>> LOCATIONS = Stream.concat(
                    Stream.of(Optional.<Location>empty()),
                    Stream.of("global", "us", "eu", "in", "us-central1", "us-east1-b", "europe-west4")
                            .map(id -> Optional.of(new Location(id))))
            .toList();

    static Stream<Path> tables() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            return files
                    .filter(file -> file.toString().endsWith(".table")
                            && file.toString().contains("src/main/resources"))
                    .filter(file -> !file.endsWith("catalog.table"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void agreeWithTheCatalog(Path file) throws IOException {
        ServiceTable table = ServiceTable.parse(file.toString(), Files.readString(file));
        assertThat(table.services()).hasSize(1);
        for (String service : table.services()) {
            for (ServiceDefinition typed : table.definitions(service)) {
                assertThat(described(typed)).isEqualTo(described(CATALOG.service(service, typed.version())));
            }
        }
    }

    private static List<String> described(ServiceDefinition definition) {
        Stream<String> rpcs = Stream.of(ApiMethod.values())
                .flatMap(rpc -> Stream.concat(
                        definition.scopes(rpc).stream(),
                        definition.rules(rpc).stream().map(HttpRule::toString)));
        Stream<String> hosts = LOCATIONS.stream()
                .flatMap(location -> Stream.of(definition.host(location), definition.mtlsHost(location)));
        return Stream.concat(hosts, rpcs).toList();
    }
}
