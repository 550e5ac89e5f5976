// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import dev.longrun.testkit.VirtualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServicesTest {
    private final Shell shell = Shell.start(VirtualTime.manual());

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void oneServiceIsShownWithItsPaths() {
        assertThat(shell.lroWithoutEndpoint("services", "file", "--api-version=v1"))
                .isZero();
        assertThat(shell.err()).isEqualTo("SERVICE              VERSION  RPC     METHOD  PATH\n");
        assertThat(shell.out()).isEqualTo("""
                        file.googleapis.com  v1       get     GET     /v1/{name=projects/*/locations/*/operations/*}
                        file.googleapis.com  v1       list    GET     /v1/{name=projects/*/locations/*}/operations
                        file.googleapis.com  v1       cancel  POST    /v1/{name=projects/*/locations/*/operations/*}:cancel
                        file.googleapis.com  v1       delete  DELETE  /v1/{name=projects/*/locations/*/operations/*}
                        """);
    }

    @Test
    void inJsonAllThatIsDocumentedIsThere() {
        assertThat(shell.lroWithoutEndpoint("services", "file", "--api-version=v1beta1", "--format=json"))
                .isZero();
        String name = "/v1beta1/{name=projects/*/locations/*/operations/*}";
        assertThat(shell.out()).contains("\"us-central1\",");
        assertThat(shell.out().replaceFirst("\\[\"[a-z0-9\",-]*]", "[…]"))
                .isEqualTo("{\"schemaVersion\":2,\"service\":\"file.googleapis.com\",\"version\":\"v1beta1\","
                        + "\"dialect\":\"longrunning\",\"host\":\"file.googleapis.com\","
                        + "\"regional\":[…],"
                        + "\"get\":[{\"method\":\"GET\",\"path\":\"" + name + "\",\"source\":\"both\"}],"
                        + "\"list\":[{\"method\":\"GET\",\"path\":\"/v1beta1/{name=projects/*/locations/*}/operations\","
                        + "\"source\":\"both\"}],"
                        + "\"cancel\":[{\"method\":\"POST\",\"path\":\"" + name + ":cancel\",\"source\":\"both\"}],"
                        + "\"delete\":[{\"method\":\"DELETE\",\"path\":\"" + name
                        + "\",\"source\":\"both\"}],\"wait\":[]}\n");
    }

    @Test
    void aBindingThatOneSourceHasSaysWhich() {
        shell.lroWithoutEndpoint("services", "vision", "--api-version=v1", "--format=json");
        assertThat(shell.out())
                .contains(
                        "{\"method\":\"POST\",\"path\":\"/v1/{name=operations/**}:cancel\",\"source\":\"discovery\"}");
    }

    @Test
    void aServiceThatOneSourceHasSaysWhich() {
        shell.lroWithoutEndpoint("services", "googleads", "--api-version=v25", "--format=json");
        assertThat(shell.out()).contains("\"source\":\"protos\"").doesNotContain("discovery", "both");
    }

    @Test
    void aServiceOfAnotherDialectSaysSo() {
        shell.lroWithoutEndpoint("services", "gke", "--api-version=v1", "--format=json");
        assertThat(shell.json().string("dialect")).contains("container");
    }

    @Test
    void namesThatArePathsOfAnotherFormAreShown() {
        shell.lroWithoutEndpoint("services", "gcs", "--format=json");
        assertThat(shell.out())
                .contains("{\"method\":\"GET\",\"path\":\"/storage/v1/b/{bucket}/operations\",\"source\":\"discovery\","
                        + "\"names\":\"projects/_/buckets/*\"}");
    }

    @Test
    void allOfThemAreALineEach() {
        assertThat(shell.lroWithoutEndpoint("services", "--format=json")).isZero();
        assertThat(shell.out()
                        .lines()
                        .map(JsonObject::parse)
                        .map(line -> line.string("service").orElseThrow()))
                .hasSizeGreaterThan(200)
                .contains("spanner.googleapis.com", "aiplatform.googleapis.com")
                .isSorted();
    }

    @Test
    void theTableCountsTheirPaths() {
        assertThat(shell.lroWithoutEndpoint("services")).isZero();
        assertThat(shell.out().lines())
                .anyMatch(line -> line.matches("file\\.googleapis\\.com +v1 +file\\.googleapis\\.com +1 +1 +1 +1 +0"));
    }

    @Test
    void oneThatDoesNotExistIsSaidToBeSo() {
        assertThat(shell.lroWithoutEndpoint("services", "filee")).isEqualTo(2);
        assertThat(shell.err())
                .startsWith("lro: no service \"filee\" is known")
                .contains("file")
                .hasLineCount(1);
    }
}
