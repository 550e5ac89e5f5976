// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.LroCanceller;
import dev.longrun.operation.Operations;
import dev.longrun.watch.OperationWatcher;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/**
 * {@link LroCanceller}, {@link OperationWatcher} and {@link Operations} of the client as beans, if there is one client.
 * The client closes them.
 */
@AutoConfiguration(after = LongrunAutoConfiguration.class)
@ConditionalOnSingleCandidate(OperationsClient.class)
public final class LongrunPartsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    LroCanceller lroCanceller(OperationsClient client) {
        return client.canceller();
    }

    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean
    OperationWatcher operationWatcher(OperationsClient client) {
        return client.watcher();
    }

    @Bean
    @ConditionalOnMissingBean
    Operations operations(OperationsClient client) {
        return client.operations();
    }
}
