// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.name.InvalidNameException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceRegistryTest {
    private static final String NAME = "projects/p/locations/us-central1/operations/o";

    private final ServiceRegistry registry = ServiceRegistry.of(() -> Services.TABLE);

    @Nested
    class LookedUp {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "file",
                    "filestore",
                    "file.googleapis.com",
                    "file.mtls.googleapis.com",
                    "us-central1-file.googleapis.com",
                    "file.us-central1.rep.googleapis.com",
                })
        void areFoundByNameShortNameAndHost(String service) {
            assertThat(registry.service(service)).hasToString("file v1");
        }

        @Test
        void areListed() {
            assertThat(registry.services()).hasSize(9).startsWith("aiplatform.googleapis.com");
        }

        @Test
        void comeInTheNewestStableVersionOrTheOneAskedFor() {
            assertThat(registry.service("speech")).hasToString("speech v2");
            assertThat(registry.service("speech", "v1")).hasToString("speech v1");
            assertThat(registry.versions("generativelanguage"))
                    .hasToString("[generativelanguage v1, generativelanguage v1beta]");
            assertThat(registry.service("datalabeling")).hasToString("datalabeling v1beta1");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "filestor | no service \"filestor\" is known; similar: filestore, file",
                    "aiplatfrom.googleapis.com | no service \"aiplatfrom.googleapis.com\" is known; similar: aiplatform",
                    "example.com | no service \"example.com\" is known; none of 11 has a similar name",
                    "user:secret@flie.googleapis.com | no service \"flie.googleapis.com\" is known; none of 11 has a similar name",
                })
        void thatAreNotKnownAreAnsweredWithSimilarOnes(String service, String message) {
            assertThatThrownBy(() -> registry.service(service))
                    .isInstanceOf(InvalidNameException.class)
                    .hasMessage(message);
        }

        @Test
        void thatLackAVersionAreAnsweredWithTheirs() {
            assertThatThrownBy(() -> registry.service("file", "v2"))
                    .isInstanceOf(InvalidNameException.class)
                    .hasMessage("file.googleapis.com has no version \"v2\" with operations; it has [v1, v1beta1]");
        }
    }

    @Nested
    class Operations {
        @ParameterizedTest
        @CsvSource({
            "//file.googleapis.com/projects/p/locations/us-central1/operations/o, file v1",
            "https://file.googleapis.com/v1beta1/projects/p/locations/us-central1/operations/o, file v1beta1",
            "https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/operations/o:cancel?alt=json,"
                    + " aiplatform v1",
            "https://aiplatform.us.rep.googleapis.com/v1beta1/projects/p/locations/us-central1/operations/o, aiplatform v1beta1",
        })
        void areReadFromFullNamesAndUrls(String text, String service) {
            OperationName name = registry.operation(text);
            assertThat(name).hasToString(NAME);
            assertThat(name.service()).hasToString(service);
        }

        @Test
        void mayHaveTheirServiceTold() {
            assertThat(registry.operation("filestore", NAME).fullName()).isEqualTo("//file.googleapis.com/" + NAME);
        }

        @ParameterizedTest
        @CsvSource({
            "aiplatform, projects/p/locations/l/operations/o,                   aiplatform v1",
            "aiplatform, projects/p/locations/l/evaluationTasks/e/operations/o, aiplatform v1beta1",
            "speech,     projects/p/locations/l/operations/o,                   speech v2",
            "speech,     123,                                                   speech v1",
        })
        void areOfTheNewestVersionThatDocumentsThem(String service, String name, String version) {
            assertThat(registry.operation(service, name).service()).hasToString(version);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "projects/p/operations/o | a name alone does not tell its service; expected"
                            + " //file.googleapis.com/projects/… or a URL, or the service apart; got \"projects/p/operations/o\"",
                    "https://console.cloud.google.com/filestore/instances?project=p | a console page does not tell an"
                            + " operation's name; expected //file.googleapis.com/projects/… or the URL of an API request",
                    "https://flie.googleapis.com/v1/projects/p/operations/o | no service \"flie.googleapis.com\" is known; none"
                            + " of 11 has a similar name",
                    "https://file.googleapis.com/v3/projects/p/operations/o | file.googleapis.com has no version \"v3\" with"
                            + " operations; it has [v1, v1beta1]",
                    "https://file.googleapis.com/projects/p/operations/o | file v1: path of the URL must be a name after"
                            + " /v1/; got \"/projects/p/operations/o\"",
                })
        void areRefusedWithWhatToDo(String text, String message) {
            assertThatThrownBy(() -> registry.operation(text))
                    .isInstanceOf(InvalidNameException.class)
                    .hasMessage(message);
        }
    }

    @Test
    void textThatIsNoNameIsRefusedAsSuch() {
        assertThatThrownBy(() -> registry.operation(" //file.googleapis.com/projects/p/operations/o"))
                .isInstanceOf(InvalidNameException.class)
                .hasMessageStartingWith("resource name must not begin or end with white space or quotes");
    }

    @Test
    void parentsAreReadFromFullNamesAndUrls() {
        OperationParent parent = registry.parent("//file.googleapis.com/projects/p/locations/-");
        assertThat(parent).hasToString("projects/p/locations/-");
        assertThat(registry.parent("https://file.googleapis.com/v1/projects/p/locations/-/operations?pageSize=5"))
                .isEqualTo(parent);
        assertThat(registry.parent("https://file.googleapis.com/v1beta1/projects/p/locations/-/operations")
                        .service())
                .hasToString("file v1beta1");
    }

    @Nested
    class Providers {
        private final ServiceTable catalog = table("names\nother/*/operations/*  get");
        private final ServiceTable typed = table("names\ntyped/*/operations/*  get");

        @Test
        void thatAreFallbacksYieldToOthers() {
            ServiceDefinition file =
                    ServiceRegistry.of(fallback(catalog), () -> typed).service("file");
            assertThat(file.patterns(ApiMethod.GET)).hasToString("[typed/*/operations/*]");
        }

        @Test
        void completeEachOther() {
            ServiceRegistry both = ServiceRegistry.of(fallback(Services.TABLE), () -> typed);
            assertThat(both.versions("file")).hasToString("[file v1, file v1beta1]");
            assertThat(both.service("speech")).hasToString("speech v2");
        }

        @Test
        void areLoadedFromTheClassPath() {
            assertThat(ServiceRegistry.load().services()).isEmpty();
        }

        private ServiceProvider fallback(ServiceTable table) {
            return new ServiceProvider() {
                @Override
                public ServiceTable table() {
                    return table;
                }

                @Override
                public boolean fallback() {
                    return true;
                }
            };
        }

        private ServiceTable table(String rows) {
            return ServiceTable.parse("t", "service file.googleapis.com\nversions v1\n" + rows);
        }
    }
}
