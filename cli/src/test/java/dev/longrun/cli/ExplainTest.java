// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import dev.longrun.service.ServiceProvider;
import dev.longrun.testkit.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainTest {
    private final Shell shell = Shell.start(VirtualTime.manual());

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void aServiceIsExplainedAsItsTableHasIt() {
        assertThat(shell.lroWithoutEndpoint("explain", "filestore", "--api-version", "v1"))
                .isZero();
        assertThat(shell.err()).isEmpty();
        assertThat(shell.out().replaceFirst("for \\d+ locations, such as .*", "for N locations"))
                .isEqualTo("""
                        file.googleapis.com
                          versions  v1
                          kind      google.longrunning, as nearly all services
                          host      file.googleapis.com
                          regional  with --regional, for N locations
                          cancel    POST /v1/{name=projects/*/locations/*/operations/*}:cancel
                          told      a cancelled operation ends with error code 1; any other end is COMPLETED_ANYWAY or FAILED_ANYWAY
                          note      The service tries to stop, and does not promise to. Its metadata notes the request at once as cancelRequested.

                        v1: a cancel is documented for 1 of 1 forms of names
                          GET  LIST  CANCEL  DELETE  WAIT  NAMES
                          yes  yes   yes     yes     -     projects/*/locations/*/operations/*
                        """);
    }

    @Test
    void namesWithoutACancelAreSeen() {
        shell.lroWithoutEndpoint("explain", "vertex", "--api-version", "v1");
        assertThat(shell.out())
                .contains("v1: a cancel is documented for 110 of 118 forms of names\n")
                .contains(
                        "host      aiplatform.googleapis.com, for names in us-central1 us-central1-aiplatform.googleapis.com\n")
                .contains("  yes  yes   -       yes     yes   projects/*/locations/*/featureGroups/*/operations/*\n");
    }

    @Test
    void aServiceWithoutCancelSaysSo() {
        assertThat(shell.lroWithoutEndpoint("explain", "gce", "--api-version", "v1"))
                .isZero();
        assertThat(shell.out())
                .contains("cancel    there is none: nothing is sent, and the outcome is UNSUPPORTED\n", "targetLink")
                .contains("a cancel is documented for 0 of ");
    }

    @Test
    void aServiceThatDoesNotTellSaysSo() {
        shell.lroWithoutEndpoint("explain", "gke");
        assertThat(shell.out()).contains("DONE means cancelled or completed", "none listed");
    }

    @Test
    void allVersionsAreShownTheUsualOneFirst() {
        shell.lroWithoutEndpoint("explain", "file");
        assertThat(shell.out()).contains("versions  v1, v1beta1\n", "\nv1: a cancel", "\nv1beta1: a cancel");
    }

    @Test
    void programsReadAnObjectForEachVersion() {
        assertThat(shell.lroWithoutEndpoint("explain", "file", "--format=json")).isZero();
        List<JsonObject> versions = shell.out().lines().map(JsonObject::parse).toList();

        assertThat(versions)
                .extracting(version -> version.string("version").orElseThrow())
                .containsExactly("v1", "v1beta1");
        assertThat(versions.get(0).string("dialect")).contains("longrunning");
        assertThat(shell.out())
                .contains("\"names\":[{\"name\":\"projects/*/locations/*/operations/*\",\"get\":true,\"list\":true,"
                        + "\"cancel\":true,\"delete\":true,\"wait\":false}]");
    }

    @Test
    void anUnknownServiceIsRefusedWithSimilarOnes() {
        assertThat(shell.lroWithoutEndpoint("explain", "filee")).isEqualTo(2);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).startsWith("lro: no service \"filee\" is known").contains("file");
    }

    @Test
    void aServiceOfAFileIsExplained(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("lab.services"), """
                        service  lab.example.com
                        aliases  lab
                        versions v1
                        names
                          racks/*/operations/*  get list
                        """);
        assertThat(shell.lroWithoutEndpoint("explain", "lab", "--services", file.toString()))
                .isZero();
        assertThat(shell.out())
                .contains("cancel    none is documented; without --strict one is sent in the usual form")
                .contains("  yes  yes   -       -       -     racks/*/operations/*\n");
    }

    static Stream<String> services() {
        return ServiceLoader.load(ServiceProvider.class).stream()
                .flatMap(provider -> provider.get().table().services().stream())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("services")
    void eachServiceCanBeExplained(String service) {
        assertThat(shell.lroWithoutEndpoint("explain", service)).isZero();
        assertThat(shell.out()).startsWith(service + "\n").contains("forms of names\n");
    }

    static Stream<String> typed() {
        return ServiceLoader.load(ServiceProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> !provider.fallback())
                .flatMap(provider -> provider.table().services().stream());
    }

    @ParameterizedTest
    @MethodSource("typed")
    void eachServiceWithTypedNamesHasANote(String service) {
        shell.lroWithoutEndpoint("explain", service);
        assertThat(shell.out()).contains("\n  note ");
    }
}
