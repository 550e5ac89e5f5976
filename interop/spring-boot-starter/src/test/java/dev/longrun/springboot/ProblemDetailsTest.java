// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.DeadlineExceededException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.Status;
import dev.longrun.error.UnreachableException;
import dev.longrun.error.UnreadableResponseException;
import dev.longrun.name.InvalidNameException;
import dev.longrun.service.ServiceRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client of an application of Spring MVC gets for each exception, over HTTP. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"longrun.credentials.enabled=false", "spring.main.banner-mode=off"})
class ProblemDetailsTest {
    private static final String SECRET = "ya29.secret-value-0123456789";
    private static final Status BUSY = Status.of(Code.RESOURCE_EXHAUSTED, "quota of project acme");

    @Autowired
    private Failing failing;

    @Autowired
    private JsonMapper mapper;

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Failing.class, OwnAdvice.class})
    static class Application {}

    /** Throws what the test says. */
    @RestController
    static class Failing {
        volatile Supplier<Exception> failure = () -> new IllegalStateException("not set");

        @GetMapping("/blocking")
        String blocking() throws Exception {
            throw failure.get();
        }

        @GetMapping("/async")
        CompletableFuture<String> async() {
            return CompletableFuture.supplyAsync(() -> "")
                    .thenCompose(x -> CompletableFuture.failedFuture(failure.get()));
        }
    }

    static final class OwnException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OwnException(Throwable cause) {
            super("own", cause);
        }
    }

    @ResponseStatus(HttpStatus.LOCKED)
    static final class LockedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LockedException(Throwable cause) {
            super("locked", cause);
        }
    }

    @RestControllerAdvice
    static class OwnAdvice {
        @ExceptionHandler
        @ResponseStatus(HttpStatus.INSUFFICIENT_STORAGE)
        String own(OwnException e) {
            return "own";
        }
    }

    @BeforeEach
    void reset() {
        failing.failure = () -> new IllegalStateException("not set");
    }

    private HttpResponse<String> get(String path, Supplier<Exception> failure)
            throws IOException, InterruptedException {
        failing.failure = failure;
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode problem(int status, Supplier<Exception> failure) throws IOException, InterruptedException {
        JsonNode found = null;
        for (String path : new String[] {"/blocking", "/async"}) {
            HttpResponse<String> response = get(path, failure);
            assertThat(response.statusCode()).as(path).isEqualTo(status);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            found = mapper.readTree(response.body());
            assertThat(found.get("status").asInt()).isEqualTo(status);
        }
        return found;
    }

    private static ApiException.Builder rejected(Code code, int http) {
        return ApiException.builder(
                "POST https://internal.example.com: " + SECRET, Status.of(code, "message " + SECRET), http);
    }

    @Test
    void invalidNameIsABadRequestThatSaysWhatIsWrong() throws Exception {
        var failure = catchThrowableOfType(
                InvalidNameException.class, () -> ServiceRegistry.load().operation("projects/p"));
        JsonNode problem = problem(400, () -> failure);
        assertThat(problem.get("title").asString()).isEqualTo("Bad Request");
        assertThat(problem.get("detail").asString()).contains("a name alone does not tell its service", "projects/p");
    }

    @Test
    void configurationIsTheFaultOfTheApplicationAndNotShown() throws Exception {
        JsonNode problem = problem(500, () -> new ConfigurationException("cannot read /etc/keys/acme.json"));
        assertThat(problem.toString()).doesNotContain("/etc/keys");
        assertThat(problem.get("retryable").asBoolean()).isFalse();
        assertThat(problem.get("mayHaveTakenEffect").asBoolean()).isFalse();
    }

    @Test
    void unreachableServiceIsUnavailable() throws Exception {
        JsonNode problem = problem(503, () -> new UnreachableException("cannot connect to internal.example.com"));
        assertThat(problem.get("detail").asString())
                .contains("nothing was sent")
                .doesNotContain("internal.example.com");
        assertThat(problem.get("retryable").asBoolean()).isTrue();
        assertThat(problem.get("mayHaveTakenEffect").asBoolean()).isFalse();
    }

    @Test
    void missingAndUnreadableResponsesMayHaveTakenEffect() throws Exception {
        assertThat(problem(504, () -> new NoResponseException("lost"))
                        .get("mayHaveTakenEffect")
                        .asBoolean())
                .isTrue();
        assertThat(problem(504, () -> new DeadlineExceededException("late"))
                        .get("mayHaveTakenEffect")
                        .asBoolean())
                .isTrue();
        assertThat(problem(502, () -> new UnreadableResponseException("html"))
                        .get("detail")
                        .asString())
                .contains("read the operation");
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_FOUND, 404, 404",
        "INVALID_ARGUMENT, 400, 400",
        "OUT_OF_RANGE, 400, 400",
        "FAILED_PRECONDITION, 400, 409",
        "ABORTED, 409, 409",
        "RESOURCE_EXHAUSTED, 429, 503",
        "UNAVAILABLE, 503, 503",
        "DEADLINE_EXCEEDED, 504, 504",
        "UNAUTHENTICATED, 401, 502",
        "PERMISSION_DENIED, 403, 502",
        "INTERNAL, 500, 502",
        "UNKNOWN, 500, 502",
        "UNIMPLEMENTED, 501, 502",
        "DATA_LOSS, 500, 502",
        "ALREADY_EXISTS, 409, 502",
        "CANCELLED, 499, 502",
    })
    void rejectionIsMappedByItsCode(Code code, int http, int expected) throws Exception {
        JsonNode problem = problem(
                expected,
                () -> rejected(code, http).requestId(Optional.of("r-17")).build());
        assertThat(problem.get("code").asString()).isEqualTo(code.name());
        assertThat(problem.get("requestId").asString()).isEqualTo("r-17");
        assertThat(problem.toString()).doesNotContain(SECRET, "internal.example.com");
        assertThat(problem.get("detail").asString().contains("message ")).isEqualTo(expected < 500);
    }

    @Test
    void everyCodeHasAStatus() {
        for (Code code : Code.values()) {
            assertThat(ApiProblem.status(rejected(code, 500).build()).isError()).isTrue();
        }
    }

    @Test
    void notFoundOfAProxyIsABadGateway() throws Exception {
        problem(502, () -> rejected(Code.NOT_FOUND, 404).hasApiErrorBody(false).build());
    }

    @Test
    void hintOfTheServiceIsPassedOnInWholeSeconds() throws Exception {
        Supplier<Exception> busy = () -> ApiException.builder("busy", BUSY, 429)
                .retryAfter(Optional.of(Duration.ofMillis(2001)))
                .build();
        assertThat(get("/blocking", busy).headers().firstValue("Retry-After")).hasValue("3");
        assertThat(get("/async", busy).headers().firstValue("Retry-After")).hasValue("3");
        assertThat(get("/async", () -> ApiException.builder("busy", BUSY, 429).build())
                        .headers()
                        .firstValue("Retry-After"))
                .isEmpty();
    }

    @Test
    void exceptionInTheWrapperOfAFutureIsOurs() throws Exception {
        problem(503, () -> new ExecutionException(new UnreachableException("x")));
    }

    @Test
    void otherExceptionsStayWithTheirHandlers() throws Exception {
        LongrunException ours = new UnreachableException("x");
        Map<Supplier<Exception>, Integer> others = Map.of(
                () -> new IllegalArgumentException("not ours"), 500,
                () -> new IllegalStateException(ours), 500,
                () -> new OwnException(ours), 507,
                () -> new LockedException(new InvalidNameException("x")), 423,
                () -> new ResponseStatusException(HttpStatus.CONFLICT, "own", ours), 409);
        for (var other : others.entrySet()) {
            for (String path : new String[] {"/blocking", "/async"}) {
                assertThat(get(path, other.getKey()).statusCode())
                        .as(path + other.getKey().get())
                        .isEqualTo(other.getValue());
            }
        }
    }
}
