// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import dev.longrun.OperationsClientBuilder;

/**
 * Changes the builder of each client after the properties were applied to it.
 *
 * <pre>{@code
 * @Bean
 * OperationsClientCustomizer journal(WriteAheadLog log) {
 *     return builder -> builder.cancelOptions(CancelOptions.defaults().withWriteAheadLog(log));
 * }
 * }</pre>
 *
 * <p>Beans of this type are called in the order of {@link org.springframework.core.annotation.Order}, those without an
 * order last, so that they win over the starter's own. An exception fails the creation of the client.
 */
@FunctionalInterface
public interface OperationsClientCustomizer {

    /** Changes the builder. */
    void customize(OperationsClientBuilder builder);
}
