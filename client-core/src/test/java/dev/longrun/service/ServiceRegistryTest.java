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
                    "filestor | no service \"filestor\" is known; similar: filestore, file; dev.longrun:longrun-catalog has"
                            + " all of Google's APIs with operations: add it to the class path",
                    "aiplatfrom.googleapis.com | no service \"aiplatfrom.googleapis.com\" is known; similar: aiplatform;"
                            + " dev.longrun:longrun-catalog has all of Google's APIs with operations: add it to the class"
                            + " path",
                    "dialogflow | no service \"dialogflow\" is known; none of 11 has a similar name; add"
                            + " dev.longrun:longrun-dialogflow-cx or dev.longrun:longrun-catalog to the class path",
                    "dataplex.googleapis.com | no service \"dataplex.googleapis.com\" is known; none of 11 has a similar"
                            + " name; add dev.longrun:longrun-dataplex or dev.longrun:longrun-catalog to the class path",
                    "example.com | no service \"example.com\" is known; none of 11 has a similar name; a file can define it, for --services or"
                            + " ServiceRegistry.withDefinitions",
                    "user:secret@flie.example.com | no service \"flie.example.com\" is known; none of 11 has a similar name; a file can define it, for --services or"
                            + " ServiceRegistry.withDefinitions",
                })
        void thatAreNotKnownAreAnsweredWithSimilarOnes(String service, String message) {
            assertThatThrownBy(() -> registry.service(service))
                    .isInstanceOf(InvalidNameException.class)
                    .hasMessage(message);
        }

        @ParameterizedTest
        @CsvSource({
            "flie, file",
            "filestoer, 'filestore, file'",
            "aiplatfrom.googleapis.com, aiplatform",
            "FILE, 'file, filestore'"
        })
        void thatAreMisspeltAreGuessed(String service, String similar) {
            ServiceProvider catalog = new Catalog(Services.TABLE);
            assertThatThrownBy(() -> ServiceRegistry.of(catalog).service(service))
                    .hasMessageEndingWith("is known; similar: " + similar);
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
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "projects/p/operations/o | a name alone does not tell its service; expected"
                            + " //file.googleapis.com/projects/… or a URL, or the service apart; got \"projects/p/operations/o\"",
                    "https://console.cloud.google.com/filestore/instances?project=p | a console page does not tell an"
                            + " operation's name; expected //file.googleapis.com/projects/… or the URL of an API request",
                    "https://flie.example.com/v1/projects/p/operations/o | no service \"flie.example.com\" is known; none"
                            + " of 11 has a similar name; a file can define it, for --services or"
                            + " ServiceRegistry.withDefinitions",
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
    class Versions {
        private final ServiceRegistry odd = ServiceRegistry.of(() -> ServiceTable.parse("odd", """
                service odd.googleapis.com
                versions v1
                names
                  projects/*/operations/*  get list
                rules
                  list GET /{version}/operations
                versions v2
                names
                  projects/*/operations/*  get list
                  folders/*/operations/*  cancel
                rules
                  list GET /{version}/{name=sites/*}/operations
                versions v3alpha
                names
                  folders/*/operations/*  cancel
                  teams/*/operations/*  get
                """));

        @ParameterizedTest
        @CsvSource({
            "aiplatform, projects/p/locations/l/operations/o,                   aiplatform v1",
            "aiplatform, projects/p/locations/l/evaluationTasks/e/operations/o, aiplatform v1beta1",
            "speech,     projects/p/locations/l/operations/o,                   speech v2",
            "speech,     123,                                                   speech v1",
        })
        void ofOperationsAreTheNewestThatDocumentThem(String service, String name, String version) {
            assertThat(registry.operation(service, name).service()).hasToString(version);
        }

        @ParameterizedTest
        @CsvSource({
            "projects/p/operations/o, v2", // both have get
            "folders/f/operations/o, v2", // only a cancel is documented, in two versions
            "sites/s/operations/o, v2", // only their list is documented
            "teams/t/operations/o, v3alpha",
        })
        void ofNamesWithoutAGetAreTheNewestThatDocumentTheirCollection(String name, String version) {
            assertThat(odd.operation("odd", name).version()).isEqualTo(version);
            assertThat(odd.operation("//odd.googleapis.com/" + name).version()).isEqualTo(version);
        }

        @ParameterizedTest
        @CsvSource({"projects/p, v2", "sites/s, v2", "teams/t, v1", "'', v1"})
        void ofParentsAreTheNewestThatDocumentTheirListOrItsOperations(String parent, String version) {
            // v1 documents a list of any parent, which is in the query
            assertThat(odd.parent("odd", parent).service().version()).isEqualTo(version);
        }

        @Test
        void areAskedForWhereNoneDocumentsTheName() {
            assertThatThrownBy(() -> registry.operation("file", "projects/p/instances/i/operations/o"))
                    .isInstanceOf(InvalidNameException.class)
                    .hasMessage("file.googleapis.com: no version documents names like"
                            + " \"projects/p/instances/i/operations/o\"; give one of [v1, v1beta1], by --api-version or"
                            + " ServiceRegistry.withVersion");
            assertThatThrownBy(() -> registry.parent("//file.googleapis.com/folders/f"))
                    .isInstanceOf(InvalidNameException.class)
                    .hasMessageContaining("give one of [v1, v1beta1]");
            assertThatThrownBy(() -> odd.operation("odd", "rooms/r/operations/o")) // v1 lists any, in the query
                    .hasMessageContaining("give one of [v2, v1, v3alpha]");
            assertThatThrownBy(() -> registry.parent("file", "")).hasMessageContaining("give one of [v1, v1beta1]");
        }

        @Test
        void areNotAskedForWhereThereIsOne() {
            assertThat(registry.operation("datalabeling", "folders/f/operations/o")
                            .version())
                    .isEqualTo("v1beta1");
            assertThat(registry.parent("datalabeling", "folders/f").service().version())
                    .isEqualTo("v1beta1");
        }

        @Test
        void areNotAskedForWhereTheNameIsNone() {
            assertThatThrownBy(() -> registry.operation("file", "projects/p/flowers/f"))
                    .hasMessageStartingWith("file v1 get: name must look like projects/*/locations/*/operations/*");
        }

        @Test
        void thatAreGivenWin() {
            ServiceRegistry beta = registry.withVersion("v1beta1");
            assertThat(beta.operation("file", "projects/p/instances/i/operations/o")
                            .version())
                    .isEqualTo("v1beta1");
            assertThat(beta.operation("//file.googleapis.com/" + NAME).version())
                    .isEqualTo("v1beta1");
            assertThat(beta.parent("//file.googleapis.com/folders/f").service().version())
                    .isEqualTo("v1beta1");
            assertThat(beta.parent("file", "").service().version()).isEqualTo("v1beta1");
            assertThat(beta.service("file").version()).isEqualTo("v1beta1");
            assertThat(beta.versions("file")).hasToString("[file v1beta1]");
        }

        @Test
        void thatAreGivenMustExistAndBeThoseOfTheUrl() {
            assertThatThrownBy(() -> registry.withVersion("v7").operation("file", NAME))
                    .hasMessage("file.googleapis.com has no version \"v7\" with operations; it has [v1, v1beta1]");
            assertThatThrownBy(
                            () -> registry.withVersion("v1beta1").operation("https://file.googleapis.com/v1/" + NAME))
                    .hasMessageStartingWith("file v1beta1: the URL is one of version v1; use that version");
        }
    }

    @Nested
    class Providers {
        private final ServiceTable catalog = table("names\nother/*/operations/*  get");
        private final ServiceTable typed = table("names\ntyped/*/operations/*  get");

        @Test
        void thatAreFallbacksYieldToOthers() {
            ServiceDefinition file =
                    ServiceRegistry.of(new Catalog(catalog), () -> typed).service("file");
            assertThat(file.patterns(ApiMethod.GET)).hasToString("[typed/*/operations/*]");
        }

        @Test
        void completeEachOther() {
            ServiceRegistry both = ServiceRegistry.of(new Catalog(Services.TABLE), () -> typed);
            assertThat(both.versions("file")).hasToString("[file v1, file v1beta1]");
            assertThat(both.service("speech")).hasToString("speech v2");
        }

        @Test
        void areLoadedFromTheClassPath() {
            assertThat(ServiceRegistry.load().services()).isEmpty();
        }

        private ServiceTable table(String rows) {
            return ServiceTable.parse("t", "service file.googleapis.com\nversions v1\n" + rows);
        }
    }

    private record Catalog(ServiceTable table) implements ServiceProvider {
        @Override
        public boolean fallback() {
            return true;
        }
    }
}
