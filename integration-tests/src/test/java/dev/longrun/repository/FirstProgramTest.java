// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.longrun.repository.FirstProgram.Output;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.time.TimeSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first program of a user costs: jars, loaded classes, and lines on stderr. */
class FirstProgramTest {
    /** These numbers may only fall; those of jars are without ours. */
    private static final int JARS = 20;

    private static final long BYTES = 10_400_000;
    private static final int OUR_CLASSES = 200;
    private static final int OUR_LAMBDAS = 110;
    private static final int CLASSES_OF_LIBRARIES = 345;
    /** With those of the JDK and those made at run time: on JDK 25 about 130 more than on 17. */
    private static final int ALL_CLASSES = 2_530;

    private static final String WITHOUT_CREDENTIALS = "OperationsClient.builder().withoutCredentials().build()";
    private static final String WITH_DEFAULT_CREDENTIALS =
            "OperationsClient.builder().credentialsOverLoopback(true).build()";
    private static final String NAME = "projects/acme/locations/us-central1/operations/operation-17";
    private static final Pattern LOADED = Pattern.compile("(?m)\\[class,load] ([\\w.$]+)(\\S*) source: (\\S+)");

    /** Each takes long to load, or opens a jar, and the program does not need it. */
    private static final Pattern UNWANTED = Pattern.compile(
            "(com\\.google\\.|com\\.fasterxml\\.jackson\\.databind\\."
                    + "|org\\.slf4j\\.|java\\.util\\.Formatter|java\\.lang\\.runtime\\.ObjectMethods|java\\.text\\.DecimalFormat|sun\\.util\\.locale\\.provider\\.).*");

    @TempDir
    Path directory;

    private final FakeOperationsServer server =
            FakeOperationsServer.start(TimeSource.system(), List.of(LoadedClassesProgram.FILE), 0);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void needsFewJars() throws IOException {
        List<Path> ofOthers = FirstProgram.dependencies().stream()
                .filter(path ->
                        !path.toString().contains("longrun-core") && !path.endsWith("client-core/target/classes"))
                .toList();
        long bytes = 0;
        for (Path jar : ofOthers) {
            bytes += Files.size(jar);
        }
        assertThat(ofOthers).as("jars of others for one service").hasSizeLessThanOrEqualTo(JARS);
        assertThat(bytes).as("their bytes").isLessThanOrEqualTo(BYTES);
    }

    @Test
    void loadsFewClasses() throws Exception {
        Path log = directory.resolve("classes");
        Output output = run(WITHOUT_CREDENTIALS, Map.of(), "-Xlog:class+load:file=" + log + ":tags");
        assertThat(output.stdout()).contains(": cancelled (request accepted, ");

        List<String> names = loaded(log, "");
        assertThat(names.stream().filter(UNWANTED.asMatchPredicate()))
                .as("classes that take long")
                .isEmpty();
        assertThat(names.stream().filter(name -> name.startsWith("dev.longrun.") && !name.contains("$$")))
                .as("our classes")
                .hasSizeLessThanOrEqualTo(OUR_CLASSES);
        assertThat(names.stream().filter(name -> name.startsWith("dev.longrun.") && name.contains("$$")))
                .as("our lambdas")
                .hasSizeLessThanOrEqualTo(OUR_LAMBDAS);
        assertThat(loaded(log, "file:").stream().filter(name -> !name.startsWith("dev.longrun.")))
                .as("classes of libraries")
                .hasSizeLessThanOrEqualTo(CLASSES_OF_LIBRARIES);
        assertThat(names).as("all classes").hasSizeLessThanOrEqualTo(ALL_CLASSES);
    }

    @Test
    void printsNothingElse() throws Exception {
        Output output = run(WITHOUT_CREDENTIALS, Map.of());
        assertThat(output.stderr()).isEmpty();
        assertThat(output.stdout()).startsWith(NAME + ": cancelled").hasLineCount(1);
    }

    @Test
    void fetchesTokensWithTheseJars() throws Exception {
        HttpServer tokens = tokenServer();
        try {
            Path key = Files.writeString(directory.resolve("key.json"), serviceAccount(tokens));
            Output output = run(WITH_DEFAULT_CREDENTIALS, Map.of("GOOGLE_APPLICATION_CREDENTIALS", key.toString()));
            assertThat(output.stderr()).isEmpty();
            assertThat(output.stdout()).startsWith(NAME + ": cancelled").hasLineCount(1);
            assertThat(server.requests())
                    .allMatch(request ->
                            request.headers().getOrDefault("Authorization", "").startsWith("Bearer "));
        } finally {
            tokens.stop(0);
        }
    }

    private Output run(String client, Map<String, String> environment, String... options) throws Exception {
        server.operation(NAME).cancelsAfter(Duration.ZERO);
        Map<String, String> all = new HashMap<>(environment);
        all.put("LONGRUN_ENDPOINT", server.url());
        return new FirstProgram(directory).compile(client).run(all, options);
    }

    private static List<String> loaded(Path log, String source) throws IOException {
        return LOADED.matcher(Files.readString(log))
                .results()
                .filter(line -> line.group(3).startsWith(source))
                .map(line -> line.group(1))
                .toList();
    }

    static HttpServer tokenServer() throws IOException {
        HttpServer tokens = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        tokens.createContext("/token", exchange -> {
            byte[] token = "{\"access_token\": \"ya29.first\", \"expires_in\": 3600, \"token_type\": \"Bearer\"}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, token.length);
            exchange.getResponseBody().write(token);
            exchange.close();
        });
        tokens.start();
        return tokens;
    }

    static String serviceAccount(HttpServer tokens) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
        return """
                {"type": "service_account", "token_uri": "http://127.0.0.1:%s/token", "client_id": "1",
                 "client_email": "robot@p.iam.gserviceaccount.com", "private_key_id": "k",
                 "private_key": "-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n"}
                """.formatted(tokens.getAddress().getPort(), Base64.getEncoder().encodeToString(key));
    }
}
