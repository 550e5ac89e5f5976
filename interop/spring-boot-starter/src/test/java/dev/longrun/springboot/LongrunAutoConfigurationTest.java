// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.call.CallEvent;
import dev.longrun.call.ClientListener;
import dev.longrun.call.ContextCarrier;
import dev.longrun.cancel.LroCanceller;
import dev.longrun.error.ConfigurationException;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.watch.OperationWatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

class LongrunAutoConfigurationTest {
    private static final OperationName NAME =
            Filestore.project("acme").location("us-central1").operation("operation-17");

    private final RecordedRequests requests = new RecordedRequests();
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(LongrunAutoConfiguration.class, LongrunPartsAutoConfiguration.class))
            .withPropertyValues("longrun.credentials.enabled=false");
    private final ApplicationContextRunner recorded = context.withBean(
            "recorded", OperationsClientCustomizer.class, () -> builder -> builder.transport(requests));

    @Test
    void clientAndItsPartsAreBeans() {
        context.run(started -> {
            OperationsClient client = started.getBean(OperationsClient.class);
            assertThat(started.getBean(LroCanceller.class)).isSameAs(client.canceller());
            assertThat(started.getBean(OperationWatcher.class)).isSameAs(client.watcher());
            assertThat(started.getBean(Operations.class)).isSameAs(client.operations());
            assertThat(started.getBean(ServiceRegistry.class).services()).contains("file.googleapis.com");
        });
    }

    @Test
    void listenersOfAsynchronousCallsSeeTheMdcOfTheCaller() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        recorded.withBean(
                        "listener",
                        ClientListener.class,
                        () -> ClientListener.ofAttempts(attempt -> seen.add(
                                Thread.currentThread().getName().startsWith("longrun-") + " " + MDC.get("request"))))
                .run(started -> {
                    MDC.put("request", "r-1");
                    CompletableFuture<?> read =
                            started.getBean(Operations.class).getAsync(NAME);
                    MDC.remove("request");
                    assertThat(read).succeedsWithin(Duration.ofSeconds(30));
                });
        assertThat(seen).containsExactly("true r-1");
    }

    @Test
    void clientIsClosedWithTheContext() {
        var clients = new ArrayList<OperationsClient>();
        recorded.run(started -> clients.add(started.getBean(OperationsClient.class)));
        assertThat(requests.isClosed()).isTrue();
        assertThatThrownBy(() -> clients.get(0).operations().get(NAME))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void clientOfTheApplicationTakesThePlaceOfOurs() {
        var own = OperationsClient.builder()
                .withoutCredentials()
                .transport(requests)
                .build();
        context.withBean("own", OperationsClient.class, () -> own).run(started -> {
            assertThat(started).hasSingleBean(OperationsClient.class);
            assertThat(started.getBean(LroCanceller.class)).isSameAs(own.canceller());
        });
    }

    @Test
    void ofTwoClientsThereAreNoParts() {
        context.withUserConfiguration(TwoClients.class).run(started -> {
            assertThat(started.getBeansOfType(OperationsClient.class)).hasSize(2);
            assertThat(started)
                    .doesNotHaveBean(LroCanceller.class)
                    .doesNotHaveBean(OperationWatcher.class)
                    .doesNotHaveBean(Operations.class);
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoClients {
        @Bean
        OperationsClient first(OperationsClientBuilder builder) {
            return builder.build();
        }

        @Bean
        OperationsClient second(OperationsClientBuilder builder) {
            return builder.endpoint("http://127.0.0.1:1").build();
        }
    }

    @Test
    void eachInjectionHasABuilderOfItsOwnWithTheSettings() {
        recorded.withPropertyValues("longrun.request-reason=ticket 17").run(started -> {
            OperationsClientBuilder first = started.getBean(OperationsClientBuilder.class);
            assertThat(first).isNotSameAs(started.getBean(OperationsClientBuilder.class));
            try (OperationsClient client =
                    first.endpoint("https://other.example.com").build()) {
                client.operations().get(NAME);
            }
        });
        assertThat(requests.only().headers()).containsEntry("x-goog-request-reason", "ticket 17");
        assertThat(requests.only().origin()).hasToString("https://other.example.com");
    }

    @Test
    void builderAndServicesOfTheApplicationTakeThePlaceOfOurs() {
        ServiceRegistry services = ServiceRegistry.of();
        context.withBean(ServiceRegistry.class, () -> services)
                .withBean(
                        OperationsClientBuilder.class,
                        () -> OperationsClient.builder()
                                .withoutCredentials()
                                .transport(requests)
                                .requestReason("own"))
                .run(started -> {
                    assertThat(started.getBean(ServiceRegistry.class)).isSameAs(services);
                    started.getBean(Operations.class).get(NAME);
                });
        assertThat(requests.only().headers()).containsEntry("x-goog-request-reason", "own");
    }

    @Test
    void customizersAreCalledInOrderAfterTheProperties() {
        recorded.withUserConfiguration(Customizers.class)
                .withPropertyValues("longrun.request-reason=of the properties")
                .run(started -> started.getBean(Operations.class).get(NAME));
        assertThat(requests.only().headers()).containsEntry("x-goog-request-reason", "last");
    }

    @Configuration(proxyBeanMethods = false)
    static class Customizers {
        @Bean
        @Order(2)
        OperationsClientCustomizer second() {
            return builder -> builder.requestReason("last");
        }

        @Bean
        @Order(1)
        OperationsClientCustomizer first() {
            return builder -> builder.requestReason("first");
        }
    }

    @Test
    void customizerThatThrowsFailsTheStart() {
        context.withBean(OperationsClientCustomizer.class, () -> builder -> {
                    throw new IllegalStateException("no journal");
                })
                .run(started -> assertThat(started.getStartupFailure()).hasRootCauseMessage("no journal"));
    }

    @Test
    void listenersAndCarriersOfTheApplicationAreUsed() {
        List<String> told = new CopyOnWriteArrayList<>();
        recorded.withBean(ClientListener.class, () -> new ClientListener() {
                    @Override
                    public void callStarted(CallEvent call) {
                        told.add("call " + call.method());
                    }
                })
                .withBean(ContextCarrier.class, () -> () -> {
                    told.add("captured");
                    return UnaryOperator.identity();
                })
                .run(started -> started.getBean(Operations.class).getAsync(NAME).join());
        assertThat(told).contains("captured").anyMatch(line -> line.startsWith("call "));
    }

    @Test
    void tablesDefineMoreServices() {
        context.withPropertyValues("longrun.service-tables=classpath:lab.services", "longrun.endpoints.lab=https://h")
                .run(started -> assertThat(started.getBean(ServiceRegistry.class)
                                .operation("lab", "racks/r7/operations/o1")
                                .fullName())
                        .isEqualTo("//lab.example.com/racks/r7/operations/o1"));
    }
}
