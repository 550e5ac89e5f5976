// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.name.InvalidNameException;
import dev.longrun.service.ServiceProvider;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.service.ServiceTable;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application without the module of a service is told which one to add. */
class ServiceModulesTest {
    private static final ServiceRegistry EMPTY = ServiceRegistry.of(List.of());

    static Stream<String> namesInTypedModules() {
        return ServiceLoader.load(ServiceProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> !provider.fallback())
                .map(ServiceProvider::table)
                .flatMap(ServiceModulesTest::names);
    }

    private static Stream<String> names(ServiceTable table) {
        return table.services().stream()
                .flatMap(service -> Stream.concat(Stream.of(service), table.shortNames(service).stream()));
    }

    @ParameterizedTest
    @MethodSource("namesInTypedModules")
    void typedModulesAreNamed(String service) throws Exception {
        assertThatThrownBy(() -> EMPTY.service(service))
                .isInstanceOf(InvalidNameException.class)
                .message()
                .satisfies(message -> {
                    assertThat(message)
                            .containsPattern("add dev\\.longrun:longrun-[a-z-]+ or dev\\.longrun:longrun-catalog");
                    String artifact = message.replaceFirst(".*add dev\\.longrun:(\\S+) or .*", "$1");
                    assertThat(Repository.read(Path.of("bom/pom.xml")))
                            .contains("<artifactId>" + artifact + "</artifactId>");
                });
    }

    @Test
    void theCatalogIsNamedForAnyOther() {
        assertThatThrownBy(() -> EMPTY.service("spanner"))
                .hasMessageEndingWith(
                        "dev.longrun:longrun-catalog has all of Google's APIs with operations: add it to the"
                                + " class path");
    }
}
