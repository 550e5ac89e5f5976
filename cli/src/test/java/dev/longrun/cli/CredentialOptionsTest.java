// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.time.TimeSource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which credentials are sent, and which options contradict each other. Google's hosts are behind a proxy. */
@Timeout(60)
class CredentialOptionsTest {
    private static final String ACCOUNT = "one@p.iam.gserviceaccount.com";

    private final Shell shell = Shell.start(TimeSource.system());
    private CloudBehindProxy cloud;

    @TempDir
    Path directory;

    @BeforeEach
    void start() throws Exception {
        cloud = new CloudBehindProxy(directory, URI.create(shell.server.url()).getPort());
        shell.with("HTTPS_PROXY", cloud.proxy.url()).with("GOOGLE_APPLICATION_CREDENTIALS", cloud.credentials());
    }

    @AfterEach
    void close() throws Exception {
        cloud.close();
        shell.close();
    }

    private int get(String... options) {
        return shell.lroWithoutEndpoint(Words.of("get", CloudBehindProxy.FULL, options));
    }

    private String tokenFile(String text) throws Exception {
        return Files.writeString(directory.resolve("token"), text).toString();
    }

    @Test
    void tokensAreFetchedThroughTheProxyToo() {
        assertThat(get("--impersonate-service-account=" + ACCOUNT))
                .as(shell.err())
                .isZero();
        assertThat(cloud.proxy.requests)
                .allMatch(line -> line.startsWith("CONNECT "))
                .anyMatch(line -> line.contains("oauth2.googleapis.com:443"))
                .anyMatch(line -> line.contains("iamcredentials.googleapis.com:443"))
                .anyMatch(line -> line.contains("file.googleapis.com:443"));
        assertThat(cloud.impersonated.get(ACCOUNT).raw("scope"))
                .hasValueSatisfying(scope -> assertThat(scope).contains("cloud-platform"));
    }

    @Test
    void aTokenThatIsRejectedIsReadAgain() throws Exception {
        String file = tokenFile("old");
        cloud.rejected.add("Bearer old");
        cloud.onRejection(() -> tokenFile("new"));
        assertThat(get("--access-token-file=" + file)).as(shell.err()).isZero();
        assertThat(cloud.headers("Authorization")).containsExactly("Bearer old", "Bearer new");
    }

    @Test
    void aTokenThatStaysRejectedIsAnErrorThatDoesNotShowIt() throws Exception {
        cloud.rejected.add("Bearer canary-token-0001");
        assertThat(get("--verbose", "--access-token-file=" + tokenFile("canary-token-0001")))
                .isEqualTo(1);
        assertThat(shell.err()).contains("401").doesNotContain("canary");
    }

    @Test
    void aFileWithoutATokenIsRefusedBeforeAnythingIsSent() throws Exception {
        assertThat(get("--access-token-file=" + tokenFile("two words"))).isEqualTo(2);
        assertThat(shell.err()).contains("is no usable token file").doesNotContain("two words");
        assertThat(cloud.proxy.requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--no-auth --access-token-file=x            | --no-auth sends no credentials, and --access-token-file names some",
                "--no-auth --impersonate-service-account=a@b.c | --no-auth sends no credentials, and --impersonate-service-account",
                "--access-token-file=x --impersonate-service-account=a@b.c | leave out --impersonate-service-account or --access-token-file",
                "--impersonate-service-account=a             | a service account must look like",
                "--impersonate-service-account=a@b.c,,d@e.f  | a service account must look like",
                "--impersonate-service-account=a@b.c/../x    | a service account must look like",
                "--reason=grün                               | a reason is sent as a header and must be printable ASCII",
                "--plaintext                                 | --plaintext is for an endpoint that begins with http://",
                "--plaintext --endpoint=https://lab.example  | requests go to https://lab.example; leave it out"
            })
    void contradictionsAndNonsenseAreRefused(String options, String message) {
        assertThat(get(options.split(" "))).isEqualTo(2);
        assertThat(shell.err()).contains(message);
        assertThat(cloud.proxy.requests).isEmpty();
    }

    @Test
    void noAuthWinsOverTheEnvironment() throws Exception {
        shell.with("CLOUDSDK_AUTH_ACCESS_TOKEN_FILE", tokenFile("t")).with("CLOUDSDK_BILLING_QUOTA_PROJECT", "billed");
        assertThat(get("--no-auth")).as(shell.err()).isZero();
        assertThat(cloud.headers("Authorization")).containsExactly("none");
        assertThat(cloud.headers("x-goog-user-project")).containsExactly("none");
    }

    @Test
    void twoOfTheEnvironmentAreNamed() throws Exception {
        shell.with("CLOUDSDK_AUTH_ACCESS_TOKEN_FILE", tokenFile("t"))
                .with("CLOUDSDK_AUTH_IMPERSONATE_SERVICE_ACCOUNT", ACCOUNT);
        assertThat(get()).isEqualTo(2);
        assertThat(shell.err())
                .contains("leave out CLOUDSDK_AUTH_IMPERSONATE_SERVICE_ACCOUNT or CLOUDSDK_AUTH_ACCESS_TOKEN_FILE");
    }

    @ParameterizedTest
    @CsvSource({"CURRENT_PROJECT, acme", "LEGACY, none", "CURRENT_PROJECT_WITH_FALLBACK, none", "billed, billed"})
    void gcloudsWordsForTheQuotaProjectHaveTheirMeaning(String word, String project) {
        shell.with("CLOUDSDK_BILLING_QUOTA_PROJECT", word).with("CLOUDSDK_CORE_PROJECT", "acme");
        assertThat(get()).as(shell.err()).isZero();
        assertThat(cloud.headers("x-goog-user-project")).containsExactly(project);
    }

    @Test
    void verboseSaysWhereTheValuesCameFrom() {
        shell.with("CLOUDSDK_CORE_REQUEST_REASON", "drill").with("GOOGLE_CLOUD_QUOTA_PROJECT", "billed");
        assertThat(get("--verbose")).as(shell.err()).isZero();
        assertThat(shell.err())
                .contains("lro: reason drill, of CLOUDSDK_CORE_REQUEST_REASON\n")
                .contains("lro: quota project billed, of GOOGLE_CLOUD_QUOTA_PROJECT\n")
                .contains("lro: https proxy 127.0.0.1:" + cloud.proxy.port() + ", of HTTPS_PROXY\n");
    }

    @Test
    void anEndpointOnThisMachineGetsNoneAndSaysSo() throws Exception {
        assertThat(shell.lro("get", Shell.FULL + "done-a", "--access-token-file=" + tokenFile("t")))
                .isZero();
        assertThat(shell.err()).contains("lro: --access-token-file has no effect, as SERVER gets no credentials\n");
        assertThat(shell.server.requests().get(0).headers()).doesNotContainKey("Authorization");
    }

    @Test
    void theReasonIsInTheJournalAndInTheCommandThatResumesIt() throws Exception {
        Path journal = directory.resolve("journal");
        shell.lro("cancel", "--quiet", "--reason=ticket 17", "--journal=" + journal, Shell.FULL + "cancels-0-a");
        List<String> lines = Files.readAllLines(journal);
        assertThat(lines)
                .filteredOn(line -> line.contains("\"event\":\"intent\""))
                .singleElement()
                .asString()
                .contains("\"reason\":\"ticket 17\"");
        assertThat(shell.server.requests())
                .allSatisfy(request -> assertThat(request.headers().get("x-goog-request-reason"))
                        .isEqualTo("ticket 17"));
        shell.clear();
        assertThat(shell.lro("cancel", "--quiet", "--resume=" + journal))
                .as(shell.err())
                .isZero();
    }
}
