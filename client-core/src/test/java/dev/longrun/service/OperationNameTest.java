// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import static dev.longrun.service.Services.FILE;
import static dev.longrun.service.Services.VERTEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.error.NotSentException;
import dev.longrun.name.Location;
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
    void isReadFromAllThatPeopleHaveAtHand(String text) {
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

    @Test
    void theSameNameElsewhereIsAnotherOperation() {
        assertThat(name).isNotEqualTo(OperationName.of(VERTEX, NAME));
        assertThat(name).isNotEqualTo(OperationName.of(Services.of("file", "v1beta1"), NAME));
    }

    @Nested
    class Cancelling {
        @Test
        void isTypedWhereItIsDocumented() {
            assertThat(name).isInstanceOf(OperationName.Cancellable.class);
            assertThat(name.<String>fold(c -> "may stop", u -> "runs on")).isEqualTo("may stop");
        }

        @Test
        void isNotPromisedWhereItIsNot() {
            OperationName store = OperationName.of(VERTEX, "projects/p/locations/l/featureOnlineStores/f/operations/o");
            assertThat(store).isInstanceOf(OperationName.Uncancellable.class);
            assertThat(store.<String>fold(c -> "may stop", u -> "runs on")).isEqualTo("runs on");
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
            assertThat(OperationName.of(FILE, value)).isInstanceOf(OperationName.Uncancellable.class);
        }

        @Test
        void collectionsOfAnotherNamePassWhereTheyAreDocumented() {
            assertThat(OperationName.of(Services.of("generativelanguage", "v1"), "batches/b"))
                    .isInstanceOf(OperationName.Cancellable.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"my-op", "operations", "projects/p/locations/l/instances/i", "batches/b"})
        void nonsenseDoesNot(String value) {
            assertThatThrownBy(() -> OperationName.of(FILE, value))
                    .isInstanceOf(NotSentException.class)
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
                    .isInstanceOf(NotSentException.class)
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
