// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.http.Origin;
import dev.longrun.name.InvalidNameException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that no module brings: on hosts in the standard form, or defined by the application. */
class UnlistedServicesTest {
    private static final String NAME = "projects/p/locations/us-central1/operations/o";

    private final ServiceRegistry registry = ServiceRegistry.of(() -> Services.TABLE);

    @Nested
    class UnknownHosts {
        private final ServiceRegistry standard = registry.withStandardForm(host -> host.endsWith(".googleapis.com"));

        @ParameterizedTest
        @CsvSource({
            "foo.googleapis.com,                       foo.googleapis.com,",
            "us-central1-foo-bar.googleapis.com,       foo-bar.googleapis.com, us-central1-foo-bar.googleapis.com",
            "foo.us-central1.rep.googleapis.com,       foo.googleapis.com,     foo.us-central1.rep.googleapis.com",
            "foo.mtls.googleapis.com,                  foo.googleapis.com,     foo.mtls.googleapis.com",
            "us-foo.googleapis.com,                    foo.googleapis.com,     us-foo.googleapis.com",
            "use-foo.googleapis.com,                   use-foo.googleapis.com,",
        })
        void areTakenInTheStandardForm(String host, String service, @Nullable String route) {
            OperationName name = standard.operation("https://" + host + "/v2beta/" + NAME + ":cancel");
            assertThat(name.fullName()).isEqualTo("//" + service + '/' + NAME);
            assertThat(name.url()).isEqualTo("https://" + (route == null ? service : route) + "/v2beta/" + NAME);
            assertThat(name.endpoint().map(Origin::host)).isEqualTo(Optional.ofNullable(route));
            assertThat(name.service().path(ApiMethod.CANCEL, NAME).toString()).contains("/v2beta/" + NAME + ":cancel");
            assertThat(name.isCancelDocumented()).isFalse();
            assertThat(name.hasCancel()).isTrue();
            assertThat(standard.parent("https://" + host + "/v2beta/projects/p/operations?pageSize=2"))
                    .hasToString("projects/p");
            assertThat(standard.services()).doesNotContain(service);
        }

        @Test
        void areTakenInTheVersionThatIsGiven() {
            OperationName name = standard.withVersion("v3").operation("//foo.googleapis.com/" + NAME);
            assertThat(name.url()).isEqualTo("https://foo.googleapis.com/v3/" + NAME);
            assertThat(standard.service("foo.googleapis.com", "v3").label()).isEqualTo("foo v3");
        }

        @Test
        void needAVersion() {
            assertThatThrownBy(() -> standard.operation("//flie.googleapis.com/" + NAME))
                    .isInstanceOf(InvalidNameException.class)
                    .hasMessageStartingWith("no service \"flie.googleapis.com\" is known; similar: file")
                    .hasMessageEndingWith(
                            "; for the standard form of google.longrunning, give its version: in a URL, or by"
                                    + " --api-version");
            assertThatThrownBy(() -> standard.withVersion("v1/../x").operation("//foo.googleapis.com/" + NAME))
                    .hasMessage("a version must look like v1 or v1beta1; got \"v1/../x\"");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://example.com/v1/" + NAME,
                    "https://googleapis.com.example.com/v1/" + NAME,
                    "https://evil.example\\.googleapis.com/v1/" + NAME,
                    "https://www.googleapis.com/v1/" + NAME,
                })
        void ofOthersAreRefused(String url) {
            assertThatThrownBy(() -> standard.operation(url))
                    .isInstanceOf(InvalidNameException.class)
                    .hasMessageStartingWith("no service");
        }

        @Test
        void areRefusedUnlessAskedFor() {
            assertThatThrownBy(() -> registry.operation("https://foo.googleapis.com/v1/" + NAME))
                    .hasMessageStartingWith("no service \"foo.googleapis.com\" is known");
            assertThatThrownBy(() -> registry.service("foo.googleapis.com", "v1"))
                    .hasMessageStartingWith("no service \"foo.googleapis.com\" is known");
        }

        @Test
        void haveTheNamesOfOperations() {
            assertThatThrownBy(() -> standard.operation("https://foo.googleapis.com/v1/projects/p/flowers/f"))
                    .hasMessage("foo v1 get: name must end like operations/*; got \"projects/p/flowers/f\"");
        }
    }

    @Nested
    class Definitions {
        private final ServiceRegistry more = registry.withDefinitions(ServiceTable.parse("lab", """
                service lab.example.com
                aliases lab speech
                endpoint region {location}-lab.example.com:8443
                versions v1
                names
                  racks/*/operations/*  get list
                service file.googleapis.com
                endpoint * file.example.com
                versions v1 v9
                names
                  mine/*/operations/*  get
                """));

        @Test
        void areFoundByNameAliasAndHost() {
            assertThat(more.service("lab").name()).isEqualTo("lab.example.com");
            assertThat(more.operation("//lab.example.com/racks/r/operations/o").url())
                    .isEqualTo("https://lab.example.com/v1/racks/r/operations/o");
            assertThat(more.operation("https://us-east1-lab.example.com:8443/v1/racks/r/operations/o")
                            .fullName())
                    .isEqualTo("//lab.example.com/racks/r/operations/o");
            assertThat(more.operation("https://file.example.com/v1/mine/m/operations/o")
                            .fullName())
                    .isEqualTo("//file.googleapis.com/mine/m/operations/o");
        }

        @Test
        void winOverTheOthersVersionByVersion() {
            assertThat(more.versions("file")).hasToString("[file v9, file v1, file v1beta1]");
            assertThat(more.service("file", "v1").patterns(ApiMethod.GET)).hasToString("[mine/*/operations/*]");
            assertThat(more.service("file", "v1beta1").patterns(ApiMethod.GET))
                    .hasToString("[projects/*/locations/*/operations/*]");
            assertThat(more.service("speech").name()).isEqualTo("lab.example.com");
            assertThat(more.service("speech.googleapis.com").name()).isEqualTo("speech.googleapis.com");
        }

        @Test
        void leaveTheRegistryAsItIs() {
            assertThat(registry.services()).doesNotContain("lab.example.com");
            assertThat(registry.versions("file")).hasToString("[file v1, file v1beta1]");
        }
    }
}
