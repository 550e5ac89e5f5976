// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import dev.longrun.OperationsClient;
import dev.longrun.opentelemetry.LongrunOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * Traces and measures clients with OpenTelemetry itself, where longrun-opentelemetry and an {@link OpenTelemetry} are
 * there. Where longrun-micrometer is there too, it wins: Spring Boot's own spans and meters are Micrometer's, and each
 * request would have two spans.
 */
@AutoConfiguration(
        after = {LongrunAutoConfiguration.class, LongrunMicrometerAutoConfiguration.class},
        afterName = "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration")
@ConditionalOnClass({LongrunOpenTelemetry.class, OpenTelemetry.class})
@ConditionalOnSingleCandidate(OpenTelemetry.class)
@ConditionalOnMissingBean(type = "dev.longrun.micrometer.LongrunMicrometer")
public final class LongrunOpenTelemetryAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    LongrunOpenTelemetry longrunOpenTelemetry(OpenTelemetry openTelemetry, LongrunProperties properties) {
        return LongrunOpenTelemetry.create(new ChosenSignals(
                openTelemetry,
                properties.tracing().enabled(),
                properties.metrics().enabled()));
    }

    @Bean
    @Order(0)
    OperationsClientCustomizer longrunOpenTelemetryCustomizer(LongrunOpenTelemetry telemetry) {
        return telemetry::instrument;
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnSingleCandidate(OperationsClient.class)
    ClientReports longrunOpenTelemetryReports(LongrunOpenTelemetry telemetry, OperationsClient client) {
        return new ClientReports(telemetry.observe(client)::close);
    }
}
