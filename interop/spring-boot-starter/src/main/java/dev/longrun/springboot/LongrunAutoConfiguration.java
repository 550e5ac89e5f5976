// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.call.ClientListener;
import dev.longrun.call.ContextCarrier;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.service.ServiceTable;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;

/**
 * The client of {@link LongrunProperties} and what it is made of. A bean of the application takes the place of each.
 *
 * <ul>
 *   <li>{@link ServiceRegistry}: the services of the class path and of {@code longrun.service-tables}
 *   <li>{@link OperationsClientBuilder}, a new one at each injection: properties, the MDC of SLF4J as a context, then
 *       beans of {@link ClientListener} and {@link ContextCarrier}, then {@link OperationsClientCustomizer}s
 *   <li>{@link OperationsClient}, closed with the context; no request is made at the start
 * </ul>
 *
 * <p>{@link LongrunPartsAutoConfiguration} adds the parts of the client.
 */
@AutoConfiguration
@EnableConfigurationProperties(LongrunProperties.class)
public final class LongrunAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ServiceRegistry serviceRegistry(LongrunProperties properties) {
        ServiceRegistry services = ServiceRegistry.load();
        for (Resource table : properties.serviceTables()) {
            services =
                    services.withDefinitions(BadPropertyException.naming("longrun.service-tables", () -> read(table)));
        }
        return services;
    }

    private static ServiceTable read(Resource table) {
        try {
            return ServiceTable.parse(table.getDescription(), table.getContentAsString(UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + table.getDescription() + ": " + e.getMessage(), e);
        }
    }

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    @ConditionalOnMissingBean
    OperationsClientBuilder operationsClientBuilder(
            LongrunProperties properties,
            ServiceRegistry services,
            Environment environment,
            ObjectProvider<ClientListener> listeners,
            ObjectProvider<ContextCarrier> carriers,
            ObjectProvider<OperationsClientCustomizer> customizers) {
        OperationsClientBuilder builder = OperationsClient.builder();
        new BuilderSettings(properties)
                .applyTo(builder, services, environment.getProperty("spring.application.name", ""));
        listeners.orderedStream().forEach(builder::listener);
        builder.contextCarrier(ContextCarrier.mdc());
        carriers.orderedStream().forEach(builder::contextCarrier);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder;
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    OperationsClient operationsClient(OperationsClientBuilder builder) {
        return builder.build();
    }
}
