// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import dev.longrun.OperationsClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Shows the client in Actuator's health as {@code longrun}, where Actuator is there and there is one client; off by
 * {@code management.health.longrun.enabled=false}.
 */
@AutoConfiguration(after = LongrunAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnEnabledHealthIndicator("longrun")
@ConditionalOnSingleCandidate(OperationsClient.class)
public final class LongrunHealthAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = {"longrunHealthIndicator", "longrunHealthContributor"})
    OperationsHealthIndicator longrunHealthIndicator(OperationsClient client) {
        return new OperationsHealthIndicator(client);
    }
}
