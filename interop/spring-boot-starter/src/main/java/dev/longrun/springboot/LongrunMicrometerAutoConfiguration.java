// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import dev.longrun.OperationsClient;
import dev.longrun.micrometer.LongrunMicrometer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * Observes clients with Micrometer, where longrun-micrometer and a {@link MeterRegistry} are there: the observations of
 * {@link LongrunMicrometer} become meters, and spans if Micrometer Tracing is there. An application with several
 * clients calls {@link LongrunMicrometer#observe(OperationsClient, Iterable)} for each.
 */
@AutoConfiguration(
        after = LongrunAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
        })
@ConditionalOnClass({LongrunMicrometer.class, MeterRegistry.class})
@ConditionalOnBean(MeterRegistry.class)
public final class LongrunMicrometerAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    LongrunMicrometer longrunMicrometer(
            MeterRegistry meters, ObjectProvider<ObservationRegistry> observations, LongrunProperties properties) {
        return properties.tracing().enabled()
                ? LongrunMicrometer.create(meters, observations.getIfAvailable(() -> ObservationRegistry.NOOP))
                : LongrunMicrometer.create(meters);
    }

    @Bean
    @Order(0)
    OperationsClientCustomizer longrunMicrometerCustomizer(LongrunMicrometer telemetry) {
        return telemetry::instrument;
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnSingleCandidate(OperationsClient.class)
    ClientReports longrunMicrometerReports(LongrunMicrometer telemetry, OperationsClient client) {
        return new ClientReports(telemetry.observe(client)::close);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "longrun.metrics.enabled", havingValue = false)
    MeterFilter longrunMetersOff() {
        return MeterFilter.denyNameStartsWith("longrun.");
    }
}
