// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.LroCanceller;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.jackson3.LongrunJacksonModule;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;
import tools.jackson.databind.json.JsonMapper;

/** What is there with and without each library, and with each switch. */
class ConditionsTest {
    private static final AutoConfigurations ALL = AutoConfigurations.of(
            LongrunAutoConfiguration.class,
            LongrunPartsAutoConfiguration.class,
            LongrunHealthAutoConfiguration.class,
            LongrunJacksonAutoConfiguration.class,
            LongrunProblemDetailsAutoConfiguration.class,
            JacksonAutoConfiguration.class);
    private static final OperationName NAME =
            Filestore.project("acme").location("us-central1").operation("operation-17");

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(ALL)
            .withPropertyValues("longrun.credentials.enabled=false");
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Application.class)
            .withPropertyValues("longrun.credentials.enabled=false");
    private final WebApplicationContextRunner web = new WebApplicationContextRunner().withConfiguration(ALL);

    /** Takes each configuration from its file, before its class is loaded, as applications do. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @Test
    void applicationHasAll() {
        application.run(started -> assertThat(started)
                .hasSingleBean(OperationsClient.class)
                .hasSingleBean(LroCanceller.class)
                .hasSingleBean(OperationsHealthIndicator.class)
                .hasSingleBean(LongrunJacksonModule.class));
    }

    @Test
    void healthTellsWhatTheClientDoesWithoutARequest() {
        var requests = new RecordedRequests();
        context.withBean(OperationsClientCustomizer.class, () -> builder -> builder.transport(requests))
                .withPropertyValues("longrun.rate-limit=12.5")
                .run(started -> {
                    HealthIndicator health = started.getBean("longrunHealthIndicator", HealthIndicator.class);
                    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
                    assertThat(health.health().getDetails()).containsEntry("rateLimiters", Map.of());
                    started.getBean(OperationsClient.class).operations().get(NAME);
                    var details = health.health().getDetails();
                    assertThat(details.get("watcher"))
                            .isEqualTo(Map.of(
                                    "watched", 0, "inFlight", 0, "gets", 0L, "lists", 0L, "waits", 0L, "saved", 0L));
                    assertThat(details.get("rateLimiters"))
                            .asString()
                            .contains("file.googleapis.com", "read={perSecond=12.5, waiting=0}");
                    assertThat(requests.only().path()).endsWith("operation-17");
                });
    }

    @Test
    void healthOfAClosedClientCanBeAsked() {
        context.run(started -> {
            started.getBean(OperationsClient.class).close();
            assertThat(started.getBean(OperationsHealthIndicator.class).health().getStatus())
                    .isEqualTo(Status.UP);
        });
    }

    @Test
    void healthCanBeReplacedAndTurnedOff() {
        HealthIndicator own = () -> null;
        context.withBean("longrunHealthIndicator", HealthIndicator.class, () -> own)
                .run(started -> assertThat(started).doesNotHaveBean(OperationsHealthIndicator.class));
        context.withPropertyValues("management.health.longrun.enabled=false")
                .run(started -> assertThat(started).doesNotHaveBean(OperationsHealthIndicator.class));
        context.withPropertyValues("management.health.defaults.enabled=false")
                .run(started -> assertThat(started).doesNotHaveBean(OperationsHealthIndicator.class));
    }

    @Test
    void applicationRunsWithoutActuator() {
        application
                .withClassLoader(new FilteredClassLoader(HealthIndicator.class))
                .run(started -> assertThat(started)
                        .hasSingleBean(OperationsClient.class)
                        .doesNotHaveBean("longrunHealthIndicator"));
    }

    @Test
    void mapperOfSpringBootHasTheModuleWithTheServicesOfTheApplication() {
        context.withPropertyValues("longrun.service-tables=classpath:lab.services")
                .run(started -> {
                    JsonMapper mapper = started.getBean(JsonMapper.class);
                    assertThat(mapper.writeValueAsString(NAME)).isEqualTo('"' + NAME.fullName() + '"');
                    assertThat(mapper.readValue("\"//lab.example.com/racks/r/operations/o\"", OperationName.class)
                                    .service()
                                    .name())
                            .isEqualTo("lab.example.com");
                });
    }

    @Test
    void moduleCanBeReplaced() {
        context.withBean(LongrunJacksonModule.class, () -> new LongrunJacksonModule(ServiceRegistry.of()))
                .run(started -> assertThat(started).hasSingleBean(LongrunJacksonModule.class));
    }

    @Test
    void applicationRunsWithoutJackson3() {
        application
                .withClassLoader(new FilteredClassLoader("tools.jackson"))
                .run(started -> assertThat(started)
                        .hasSingleBean(OperationsClient.class)
                        .doesNotHaveBean("longrunJacksonModule"));
    }

    @Test
    void exceptionsBecomeProblemDetailsInWebApplicationsOnly() {
        web.run(started -> assertThat(started).hasSingleBean(LongrunExceptionHandler.class));
        context.run(started -> assertThat(started).doesNotHaveBean(LongrunExceptionHandler.class));
        web.withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
                .run(started -> assertThat(started).doesNotHaveBean(LongrunExceptionHandler.class));
    }

    @Test
    void problemDetailsCanBeReplacedAndTurnedOff() {
        var own = new LongrunExceptionHandler();
        web.withBean("own", LongrunExceptionHandler.class, () -> own)
                .run(started -> assertThat(started.getBean(LongrunExceptionHandler.class))
                        .isSameAs(own));
        web.withPropertyValues("longrun.problem-details.enabled=false")
                .run(started -> assertThat(started).doesNotHaveBean(LongrunExceptionHandler.class));
    }
}
