// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import static dev.longrun.service.Services.FILE;
import static dev.longrun.service.Services.VERTEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.http.Origin;
import dev.longrun.name.InvalidNameException;
import dev.longrun.name.Location;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationNameTest {
    private static final String NAME = "projects/p/locations/us-central1-a/operations/o";

    private final OperationName name = OperationName.of(FILE, NAME);

    @Test
    void knowsItsServiceAndItsPlace() {
        assertThat(name.service()).isSameAs(FILE);
        assertThat(name.value()).isEqualTo(NAME);
        assertThat(name.location()).contains(new Location("us-central1-a"));
        assertThat(name.fullName()).isEqualTo("//file.googleapis.com/" + NAME);
        assertThat(name).hasToString(NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NAME,
                "//file.googleapis.com/" + NAME,
                "//FILE.googleapis.com/" + NAME,
                "file.googleapis.com/" + NAME,
                "https://file.googleapis.com/v1/" + NAME,
                "https://file.googleapis.com:443/v1/" + NAME + ":cancel",
                "https://file.googleapis.com/v1/" + NAME + ":wait",
                "https://file.googleapis.com/v1/" + NAME + "?alt=json&fields=done#x",
                "HTTPS://file.mtls.googleapis.com/v1/" + NAME,
                "https://file.us-central1.rep.googleapis.com/v1/" + NAME,
                "https://file.us-central1.p.rep.googleapis.com/v1/" + NAME,
            })
    void isReadFromAnyFormThatPeoplePaste(String text) {
        assertThat(OperationName.of(FILE, text)).isEqualTo(name).hasSameHashCodeAs(name);
    }

    @Test
    void urlsAreDecodedOnce() {
        String url = "https://file.googleapis.com/v1/projects/google.com%3Ap/locations/l/operations/a%252Fb%20c";
        assertThat(OperationName.of(FILE, url)).hasToString("projects/google.com:p/locations/l/operations/a%2Fb c");
    }

    @Test
    void urlsOfOddBindingsAreReadByThem() {
        ServiceDefinition speech = Services.of("speech", "v1");
        assertThat(OperationName.of(speech, "https://speech.googleapis.com/v1/operations/123"))
                .hasToString("123");
    }

    @Nested
    class Identity {
        private final OperationName beta = OperationName.of(Services.of("file", "v1beta1"), NAME);

        @Test
        void isTheFullResourceNameWithoutTheVersion() {
            assertThat(beta).isEqualTo(name).hasSameHashCodeAs(name);
            assertThat(beta.fullName()).isEqualTo(name.fullName());
            assertThat(Set.of(name).contains(beta)).isTrue();
        }

        @Test
        void includesTheService() {
            assertThat(name).isNotEqualTo(OperationName.of(VERTEX, NAME)).isNotEqualTo(null);
        }

        @Test
        void doesNotIncludeTheHost() {
            OperationName regional = OperationName.of(FILE, "https://file.us-central1.rep.googleapis.com/v1/" + NAME);
            assertThat(regional).isEqualTo(name).hasSameHashCodeAs(name);
        }

        @Test
        void ofParentsIsTheSame() {
            OperationParent parent = name.parent().orElseThrow();
            assertThat(beta.parent()).contains(parent);
            assertThat(beta.parent().orElseThrow()).hasSameHashCodeAs(parent);
            assertThat(OperationParent.of(VERTEX, parent.value())).isNotEqualTo(parent);
        }
    }

    @Nested
    class Route {
        private final ServiceDefinition beta = Services.of("file", "v1beta1");

        @Test
        void survivesAsAUrl() {
            OperationName again =
                    OperationName.of(beta, OperationName.of(beta, NAME).url());
            assertThat(again.version()).isEqualTo("v1beta1");
            assertThat(again.url()).isEqualTo("https://file.googleapis.com/v1beta1/" + NAME);
            assertThat(again.endpoint()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "aiplatform, https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/operations/o,",
            "aiplatform, https://aiplatform.googleapis.com/v1/projects/p/locations/us-central1/operations/o,",
            "aiplatform, https://aiplatform.us.rep.googleapis.com/v1/projects/p/locations/us/operations/o,",
            "aiplatform, https://aiplatform.us.rep.googleapis.com/v1/projects/p/locations/us-central1/operations/o,"
                    + " https://aiplatform.us.rep.googleapis.com",
            "aiplatform, https://aiplatform.mtls.googleapis.com/v1/projects/p/operations/o,"
                    + " https://aiplatform.mtls.googleapis.com",
            "file, https://file.googleapis.com/v1/projects/p/locations/us-central1-a/operations/o,",
            "file, https://file.us-central1.rep.googleapis.com/v1/projects/p/locations/us-central1-a/operations/o,"
                    + " https://file.us-central1.rep.googleapis.com",
            "file, //US-central1-file.googleapis.com/projects/p/locations/us-central1/operations/o,"
                    + " https://us-central1-file.googleapis.com",
            "file, https://eu-file.googleapis.com/v1/projects/p/locations/europe-west4/operations/o,"
                    + " https://eu-file.googleapis.com",
            "file, https://warehouse-file.googleapis.com/v1/projects/p/locations/us-central1/operations/o,"
                    + " https://warehouse-file.googleapis.com",
        })
        void isTheHostOfTheUrlWhereItIsNotTheUsualOne(String service, String url, @Nullable String endpoint) {
            OperationName routed = OperationName.of(Services.of(service, "v1"), url);
            assertThat(routed.endpoint().map(Origin::toString)).isEqualTo(Optional.ofNullable(endpoint));
            assertThat(OperationName.of(routed.service(), routed.url()).endpoint())
                    .isEqualTo(routed.endpoint());
        }

        @Test
        void isSharedByTheParentAndItsList() {
            String host = "https://file.us-central1.rep.googleapis.com";
            OperationName routed = OperationName.of(FILE, host + "/v1/" + NAME);
            OperationParent parent = routed.parent().orElseThrow();
            assertThat(parent.endpoint()).map(Origin::toString).contains(host);
            assertThat(parent.operation(NAME).endpoint()).isEqualTo(routed.endpoint());
            assertThat(parent.operation(NAME.replace("us-central1-a", "us-east1-b"))
                            .endpoint())
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "europe-west4-aiplatform.googleapis.com,      us-central1, europe-west4",
            "europe-west4-aiplatform.googleapis.com,      global,      europe-west4",
            "us-central1-aiplatform.mtls.googleapis.com,  us-east1,    us-central1",
            "aiplatform.eu.rep.googleapis.com,            us-central1, eu",
            "aiplatform.us-west1.p.rep.googleapis.com,    us-west2-a,  us-west1",
        })
        void isRefusedWhereTheHostContradictsTheLocation(String host, String location, String hosts) {
            String operation = "projects/p/locations/" + location + "/operations/o";
            assertThatThrownBy(() -> OperationName.of(VERTEX, "https://" + host + "/v1/" + operation))
                    .hasMessage("aiplatform v1: the host \"" + host + "\" is of location " + hosts + ", but the name \""
                            + operation + "\" is of location " + location + "; correct one of them");
            assertThatThrownBy(() -> OperationParent.of(VERTEX, "//" + host + "/projects/p/locations/" + location))
                    .hasMessageContaining("is of location " + hosts);
        }
    }

    @Nested
    class Cancelling {
        @Test
        void isDocumentedForSomeNames() {
            assertThat(name.isCancelDocumented()).isTrue();
        }

        @Test
        void isNotPromisedForOthers() {
            OperationName store = OperationName.of(VERTEX, "projects/p/locations/l/featureOnlineStores/f/operations/o");
            assertThat(store.isCancelDocumented()).isFalse();
        }
    }

    @Nested
    class Undocumented {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "operations/o",
                    "projects/p/operations/o",
                    "projects/p/locations/l/instances/i/operations/o",
                    "projects/p/locations/l/warehouseOperations/o",
                    "networks/n/operations/reports/runs/r",
                })
        void namesPassIfTheyLookLikeOperations(String value) {
            assertThat(OperationName.of(FILE, value).isCancelDocumented()).isFalse();
        }

        @Test
        void collectionsOfAnotherNamePassWhereTheyAreDocumented() {
            assertThat(OperationName.of(Services.of("generativelanguage", "v1"), "batches/b")
                            .isCancelDocumented())
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"my-op", "operations", "projects/p/locations/l/instances/i", "batches/b"})
        void nonsenseDoesNot(String value) {
            assertThatThrownBy(() -> OperationName.of(FILE, value))
                    .isInstanceOf(InvalidNameException.class)
                    .hasMessageStartingWith(
                            "file v1 get: name must look like projects/*/locations/*/operations/*; got \"" + value
                                    + '"');
        }
    }

    @Nested
    class Refusals {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "my-op | file v1 get: name must look like projects/*/locations/*/operations/*; got \"my-op\"",
                    "projects/p/locations/l/operation/o | file v1 get: name must look like projects/*/locations/*/operations/*;"
                            + " got \"projects/p/locations/l/operation/o\": segment 5 is \"operation\", expected \"operations\"",
                    "//aiplatform.googleapis.com/projects/p/locations/l/operations/o |"
                            + " file v1: name must be one of file.googleapis.com; got one of \"aiplatform.googleapis.com\"",
                    "https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/l/operations/o |"
                            + " file v1: name must be one of file.googleapis.com; got one of \"us-central1-aiplatform.googleapis.com\"",
                    "https://file.googleapis.com/v1beta1/projects/p/locations/l/operations/o |"
                            + " file v1: the URL is one of version v1beta1; use that version, or give the name alone:"
                            + " \"projects/p/locations/l/operations/o\"",
                    "https://file.googleapis.com/ | file v1: path of the URL must be a name after /v1/; got \"/\"",
                })
        void sayWhatIsWantedAndWhatWasGot(String text, String message) {
            assertThatThrownBy(() -> OperationName.of(FILE, text))
                    .isInstanceOf(InvalidNameException.class)
                    .hasMessage(message);
        }

        @Test
        void nameTheNearestOfManyPatterns() {
            assertThatThrownBy(
                            () -> OperationName.of(VERTEX, "projects/p/locations/l/featureOnlineStores/f/operation/o"))
                    .hasMessage("aiplatform v1 get: name must look like"
                            + " projects/*/locations/*/featureOnlineStores/*/operations/*;"
                            + " got \"projects/p/locations/l/featureOnlineStores/f/operation/o\":"
                            + " segment 7 is \"operation\", expected \"operations\" (the nearest of 2 patterns)");
        }

        @Test
        void doNotRepeatSecretsOfTheUrl() {
            assertThatThrownBy(() -> OperationName.of(FILE, "https://u:s3cret@evil.example/v1/x?access_token=s3cret"))
                    .hasMessageContaining("evil.example")
                    .hasMessageNotContaining("s3cret");
        }
    }
}
