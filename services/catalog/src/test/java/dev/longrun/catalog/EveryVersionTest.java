// SPDX-License-Identifier: Apache-2.0
package dev.longrun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.binding.HttpRule;
import dev.longrun.endpoint.Endpoints;
import dev.longrun.name.NamePattern;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every version of every service. */
class EveryVersionTest {
    private static final ServiceRegistry REGISTRY = ServiceRegistry.of(new Catalog());
    private static final Set<String> ON_ANOTHER_HOST = Set.of("drive", "replicapoolupdater");
    private static final List<ApiMethod> ON_NAMES =
            List.of(ApiMethod.GET, ApiMethod.CANCEL, ApiMethod.DELETE, ApiMethod.WAIT);

    @ParameterizedTest
    @MethodSource("dev.longrun.catalog.CatalogTest#definitions")
    void routesEveryNameItDocuments(ServiceDefinition definition) {
        for (ApiMethod rpc : ON_NAMES) {
            for (NamePattern pattern : definition.patterns(rpc)) {
                OperationName name = OperationName.of(definition, sample(pattern));
                assertThat(definition.path(rpc, name.value()).documented())
                        .as("%s %s", rpc, name)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.longrun.catalog.CatalogTest#definitions")
    void readsItsUrlsBack(ServiceDefinition definition) {
        for (ApiMethod rpc : ON_NAMES) {
            for (HttpRule rule : definition.rules(rpc)) {
                String name = sample(rule.pattern().orElseThrow());
                String url = "https://" + definition.name()
                        + rule.path(name).orElseThrow().path();
                assertThat(OperationName.of(definition, url)).hasToString(name);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.longrun.catalog.CatalogTest#definitions")
    void keepsTheVersionInTheUrlsOfItsNames(ServiceDefinition definition) {
        for (NamePattern pattern : definition.patterns(ApiMethod.GET)) {
            OperationName name = OperationName.of(definition, sample(pattern));
            OperationName again = REGISTRY.operation(name.url());
            assertThat(again).isEqualTo(name);
            assertThat(again.url()).isEqualTo(name.url());
            boolean ownPath =
                    name.url().contains('/' + definition.version() + '/'); // cloudresourcemanager v2 has paths of v1
            assertThat(again.version().equals(definition.version())).isEqualTo(ownPath);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.longrun.catalog.CatalogTest#definitions")
    void hasAHost(ServiceDefinition definition) {
        assertThat(Endpoints.google().resolve(definition, Optional.empty()))
                .hasToString("https://"
                        + (ON_ANOTHER_HOST.contains(definition.shortName())
                                ? "www.googleapis.com"
                                : definition.name()));
    }

    @ParameterizedTest
    @MethodSource("dev.longrun.catalog.CatalogTest#definitions")
    void repeatsNoBinding(ServiceDefinition definition) {
        for (ApiMethod rpc : ApiMethod.values()) {
            assertThat(definition.rules(rpc)).doesNotHaveDuplicates();
        }
    }

    private static String sample(NamePattern pattern) {
        return String.join("/", pattern.segments()).replace("**", "x/y").replace("*", "x");
    }
}
