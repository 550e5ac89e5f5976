// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import dev.longrun.OperationsClient;
import dev.longrun.error.ConfigurationException;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.http.HttpRequest;
import dev.longrun.service.OperationName;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What the properties do to the requests. */
class LongrunPropertiesTest {
    private static final OperationName NAME =
            Filestore.project("acme").location("us-central1").operation("operation-17");

    private final RecordedRequests requests = new RecordedRequests();
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(LongrunAutoConfiguration.class))
            .withBean(OperationsClientCustomizer.class, () -> builder -> builder.transport(requests));
    private final ApplicationContextRunner anonymous = context.withPropertyValues("longrun.credentials.enabled=false");

    private HttpRequest request(ApplicationContextRunner context, String... properties) {
        context.withPropertyValues(properties).run(started -> {
            assertThat(started).hasNotFailed();
            started.getBean(OperationsClient.class).operations().get(NAME);
        });
        return requests.only();
    }

    private static Throwable failure(ApplicationContextRunner context, String... properties) {
        var thrown = new Throwable[1];
        context.withPropertyValues(properties).run(started -> {
            try {
                started.getBean(OperationsClient.class).operations().get(NAME);
            } catch (ConfigurationException e) {
                thrown[0] = e;
            }
        });
        return thrown[0];
    }

    @Test
    void withoutPropertiesTheHostOfTheServiceIsAsked() {
        HttpRequest request = request(anonymous);
        assertThat(request.origin()).hasToString("https://file.googleapis.com");
        assertThat(request.headers()).doesNotContainKeys("Authorization", "x-goog-request-reason");
        assertThat(request.headers().get("User-Agent")).isEqualTo("longrun-java/" + OperationsClient.version());
    }

    @Test
    void endpointIsThatOfAllServices() {
        assertThat(request(anonymous, "longrun.endpoint=http://127.0.0.1:8080").origin())
                .hasToString("http://127.0.0.1:8080");
    }

    @Test
    void endpointOfAServiceWinsByItsNameAndItsShortNames() {
        for (String service : List.of("filestore", "file", "[file.googleapis.com]")) {
            var own = new RecordedRequests();
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(LongrunAutoConfiguration.class))
                    .withBean(OperationsClientCustomizer.class, () -> builder -> builder.transport(own))
                    .withPropertyValues(
                            "longrun.credentials.enabled=false",
                            "longrun.endpoint=https://other.example.com",
                            "longrun.endpoints." + service + "=https://file.example.com")
                    .run(started ->
                            started.getBean(OperationsClient.class).operations().get(NAME));
            assertThat(own.only().origin()).as(service).hasToString("https://file.example.com");
        }
    }

    @Test
    void regionalHostIsUsedIfWanted() {
        assertThat(request(anonymous, "longrun.regional-hosts=true").origin())
                .hasToString("https://file.us-central1.rep.googleapis.com");
    }

    @Test
    void universeIsThatOfTheHosts() {
        assertThat(request(anonymous, "longrun.universe-domain=s3nsapis.fr").origin())
                .hasToString("https://file.s3nsapis.fr");
    }

    @Test
    void plaintextIsAllowedOnlyIfWanted() {
        assertThat(failure(anonymous, "longrun.endpoint=http://file.example.com"))
                .hasMessageContaining("plain http");
        assertThat(request(anonymous, "longrun.endpoint=http://file.example.com", "longrun.plaintext=true")
                        .origin())
                .hasToString("http://file.example.com");
    }

    @Test
    void reasonIsSent() {
        assertThat(request(anonymous, "longrun.request-reason=ticket 17").headers())
                .containsEntry("x-goog-request-reason", "ticket 17");
    }

    @Test
    void applicationIsInTheUserAgent() {
        assertThat(request(anonymous, "longrun.application=sweeper/1.2")
                        .headers()
                        .get("User-Agent"))
                .startsWith("sweeper/1.2 longrun-java/");
    }

    @Test
    void applicationIsThatOfSpringIfNoneIsGiven() {
        assertThat(request(anonymous, "spring.application.name=night sweeper \u00e9\n")
                        .headers()
                        .get("User-Agent"))
                .startsWith("night-sweeper-");
    }

    @Test
    void credentialsGetTheScopesAndTheQuotaProject() {
        var credentials = new ScopedCredentials();
        HttpRequest request = request(
                context.withBean(
                        "second", OperationsClientCustomizer.class, () -> builder -> builder.credentials(credentials)),
                "longrun.credentials.scopes=https://example.com/a,https://example.com/b",
                "longrun.credentials.quota-project=billed");
        assertThat(request.headers())
                .containsEntry("x-goog-user-project", "billed")
                .containsEntry("Authorization", "Bearer of https://example.com/a https://example.com/b");
    }

    @Test
    void credentialsGoOverLoopbackOnlyIfWanted() {
        var withCredentials = context.withBean(
                        "second",
                        OperationsClientCustomizer.class,
                        () -> builder -> builder.credentials(new ScopedCredentials()))
                .withPropertyValues("longrun.endpoint=http://127.0.0.1:8080");
        assertThat(request(withCredentials).headers()).doesNotContainKey("Authorization");
        assertThatThrownBy(() -> request(withCredentials, "longrun.credentials.over-loopback=true"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("got [");
    }

    @Test
    void impersonationNeedsCredentialsToBeginWith() {
        Throwable failure = failure(
                context.withBean(
                        "env",
                        OperationsClientCustomizer.class,
                        () -> builder ->
                                builder.environment(Map.of("GOOGLE_APPLICATION_CREDENTIALS", "/nowhere/key.json"))),
                "longrun.credentials.impersonate=a@p.iam.gserviceaccount.com,b@p.iam.gserviceaccount.com");
        assertThat(failure).hasMessageContaining("/nowhere/key.json");
    }

    /** Google credentials that show their scopes in the token. */
    private static final class ScopedCredentials extends GoogleCredentials {
        private static final long serialVersionUID = 1L;

        private final String scopes;

        ScopedCredentials() {
            this("");
        }

        private ScopedCredentials(String scopes) {
            super(GoogleCredentials.newBuilder()
                    .setAccessToken(new AccessToken("of " + scopes, new Date(Long.MAX_VALUE))));
            this.scopes = scopes;
        }

        @Override
        public boolean createScopedRequired() {
            return scopes.isEmpty();
        }

        @Override
        public GoogleCredentials createScoped(Collection<String> wanted) {
            return new ScopedCredentials(String.join(" ", wanted));
        }
    }
}
