// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cli.settings.Setting;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.time.TimeSource;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every source of every setting has its effect. A setting without a case does not compile. */
@Timeout(60)
class SettingsTest {
    private final Shell shell = Shell.start(TimeSource.system());
    private final List<String> options = new ArrayList<>();
    private CloudBehindProxy cloud;

    @TempDir
    Path directory;

    @BeforeEach
    void start() throws Exception {
        cloud = new CloudBehindProxy(directory, URI.create(shell.server.url()).getPort());
        shell.with(
                "CLOUDSDK_CONFIG",
                Files.createDirectory(directory.resolve("gcloud")).toString());
    }

    @AfterEach
    void close() throws Exception {
        cloud.close();
        shell.close();
    }

    static Stream<Arguments> sources() {
        return Stream.of(Setting.values())
                .flatMap(setting -> Stream.of(
                                Stream.of(setting.option()).filter(option -> !option.isEmpty()),
                                setting.variables().stream(),
                                setting.properties().stream())
                        .flatMap(names -> names)
                        .map(source -> Arguments.of(setting, source)));
    }

    private interface Case {
        void run(String source) throws Exception;
    }

    @ParameterizedTest
    @MethodSource("sources")
    void hasItsEffect(Setting setting, String source) throws Exception {
        Case tried = switch (setting) {
            case PROJECT -> this::project;
            case LOCATION -> this::location;
            case ENDPOINT -> this::endpoint;
            case ENDPOINT_OF_A_SERVICE -> any -> endpoint("LONGRUN_ENDPOINT_FILE");
            case PLAINTEXT -> this::plaintext;
            case UNIVERSE -> variable -> reaches(variable, "s3nsapis.fr", "file.s3nsapis.fr");
            case MTLS_ENDPOINT -> variable -> reaches(variable, "always", "file.mtls.googleapis.com");
            case SERVICES -> this::services;
            case CREDENTIALS -> any -> isSent("Authorization", "Bearer of-the-user");
            case IMPERSONATED_SERVICE_ACCOUNT -> this::impersonated;
            case ACCESS_TOKEN_FILE -> this::accessToken;
            case QUOTA_PROJECT ->
                any -> {
                    give(any, "billed");
                    isSent("x-goog-user-project", "billed");
                };
            case REASON ->
                any -> {
                    give(any, "ticket 17");
                    isSent("x-goog-request-reason", "ticket 17");
                };
            case HTTPS_PROXY ->
                variable -> {
                    give(variable, cloud.proxy.url());
                    assertThat(shell.lroWithoutEndpoint("get", "--quiet", "--no-auth", CloudBehindProxy.FULL))
                            .isZero();
                    assertThat(cloud.proxy.requests).containsExactly("CONNECT file.googleapis.com:443 HTTP/1.1");
                };
            case HTTP_PROXY ->
                variable -> {
                    give(variable, cloud.proxy.url());
                    plaintext("--plaintext");
                };
            case NO_PROXY -> this::noProxy;
            case GCLOUD_FOLDER -> any -> project("core/project");
            case GCLOUD_CONFIGURATION -> this::configuration;
            case SHARD -> this::shard;
            case COLOR -> this::color;
        };
        tried.run(source);
    }

    private void give(String source, String value) throws Exception {
        if (source.startsWith("--")) {
            options.add(source + "=" + value);
        } else if (source.contains("/")) {
            configure("default", source, value);
        } else {
            shell.with(source, value);
        }
    }

    private void configure(String name, String property, String value) throws Exception {
        String[] parts = property.split("/");
        Path folder = Files.createDirectories(directory.resolve("gcloud/configurations"));
        Files.writeString(folder.resolve("config_" + name), "[%s]\n%s = %s\n".formatted(parts[0], parts[1], value));
    }

    private int lro(String... words) {
        return shell.lro(Words.of(words, options.toArray(String[]::new)));
    }

    private int lroWithoutEndpoint(String... words) {
        return shell.lroWithoutEndpoint(Words.of(words, options.toArray(String[]::new)));
    }

    private void project(String source) throws Exception {
        give(source, "p");
        assertThat(lro("get", "done-a", "--service=file", "--location=us-central1"))
                .as(shell.err())
                .isZero();
        assertThat(shell.requests()).containsExactly("GET /v1/" + Shell.OPERATIONS + "done-a");
    }

    private void location(String source) throws Exception {
        String place = source.toLowerCase(Locale.ROOT).endsWith("zone") ? "us-central1-b" : "us-central1";
        give(source, place);
        assertThat(lro("get", "done-a", "--service=file", "--project=p"))
                .as(shell.err())
                .isZero();
        assertThat(shell.requests()).containsExactly("GET /v1/projects/p/locations/" + place + "/operations/done-a");
    }

    private void endpoint(String source) throws Exception {
        give(source, shell.server.url());
        assertThat(lroWithoutEndpoint("get", Shell.FULL + "done-a"))
                .as(shell.err())
                .isZero();
        assertThat(shell.requests()).hasSize(1);
    }

    private void plaintext(String option) {
        String[] words = {"get", "--endpoint=http://lab.example", Shell.FULL + "done-a"};
        assertThat(lroWithoutEndpoint(words)).isEqualTo(2);
        assertThat(shell.err()).contains("--plaintext");
        shell.with("HTTP_PROXY", cloud.proxy.url());
        assertThat(lroWithoutEndpoint(Words.of(words, option))).as(shell.err()).isZero();
        assertThat(cloud.proxy.requests)
                .containsExactly("GET http://lab.example/v1/" + Shell.OPERATIONS + "done-a HTTP/1.1");
    }

    private void reaches(String variable, String value, String host) throws Exception {
        give(variable, value);
        shell.with("HTTPS_PROXY", cloud.proxy.url());
        assertThat(lroWithoutEndpoint("get", "--no-auth", CloudBehindProxy.FULL))
                .as(shell.err())
                .isZero();
        assertThat(cloud.proxy.requests).containsExactly("CONNECT " + host + ":443 HTTP/1.1");
    }

    private void services(String source) throws Exception {
        Path file = Files.writeString(directory.resolve("lab.services"), """
                        service  lab.example.com
                        endpoint * lab.example.com
                        versions v1
                        names
                          racks/*/operations/*  get list cancel
                        """);
        give(source, file.toString());
        assertThat(lroWithoutEndpoint("services", "lab.example.com"))
                .as(shell.err())
                .isZero();
    }

    private void isSent(String header, String value) throws Exception {
        shell.with("HTTPS_PROXY", cloud.proxy.url()).with("GOOGLE_APPLICATION_CREDENTIALS", cloud.credentials());
        assertThat(lroWithoutEndpoint("get", CloudBehindProxy.FULL))
                .as(shell.err())
                .isZero();
        assertThat(cloud.headers(header)).containsExactly(value);
    }

    private void impersonated(String source) throws Exception {
        give(source, "one@p.iam.gserviceaccount.com,two@p.iam.gserviceaccount.com");
        isSent("Authorization", "Bearer of-two@p.iam.gserviceaccount.com");
        assertThat(cloud.impersonated.get("two@p.iam.gserviceaccount.com").raw("delegates"))
                .hasValueSatisfying(delegates -> assertThat(delegates).contains("one@p.iam.gserviceaccount.com"));
    }

    private void accessToken(String source) throws Exception {
        give(
                source,
                Files.writeString(directory.resolve("token"), "of-a-file\n").toString());
        isSent("Authorization", "Bearer of-a-file");
    }

    private void noProxy(String variable) throws Exception {
        InetAddress own = OwnAddress.get();
        give(variable, own.getHostAddress() + "/24");
        shell.with("HTTP_PROXY", cloud.proxy.url());
        try (FakeOperationsServer direct = FakeOperationsServer.start(
                TimeSource.system(), ServiceRegistry.load().versions("file"), own, 0)) {
            assertThat(lroWithoutEndpoint(
                            "get",
                            "--plaintext",
                            "--endpoint=http://" + own.getHostAddress() + ":"
                                    + URI.create(direct.url()).getPort(),
                            Shell.FULL + "done-a"))
                    .as(shell.err())
                    .isZero();
            assertThat(direct.requests()).hasSize(1);
        }
        assertThat(cloud.proxy.requests).isEmpty();
    }

    private void configuration(String variable) throws Exception {
        configure("default", "core/project", "other");
        configure("work", "core/project", "p");
        shell.with(variable, "work");
        project("UNUSED");
    }

    private void shard(String source) {
        if (source.startsWith("--")) {
            assertThat(lro("sweep", "//file.googleapis.com/" + Shell.PARENT, "--shard=0/2"))
                    .isZero();
            return;
        }
        shell.with(source, "1");
        assertThat(lro("sweep", "//file.googleapis.com/" + Shell.PARENT, "--shard=env"))
                .as("one of a pair is not enough")
                .isEqualTo(2);
        assertThat(shell.err()).contains(source);
    }

    private void color(String source) throws Exception {
        boolean on = source.equals("--color") || source.equals("CLICOLOR_FORCE");
        give(
                source,
                switch (source) {
                    case "--color" -> "always";
                    case "CLICOLOR" -> "0";
                    case "TERM" -> "dumb";
                    default -> "1";
                });
        if (!on) {
            shell.showingData();
        }
        assertThat(lro("get", "--quiet", Shell.FULL + "done-a")).isZero();
        assertThat(shell.out().contains("\u001b[32m")).isEqualTo(on);
    }
}
