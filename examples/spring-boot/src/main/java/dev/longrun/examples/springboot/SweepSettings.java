// SPDX-License-Identifier: Apache-2.0
package dev.longrun.examples.springboot;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which operations the sweep cancels.
 *
 * @param parent Full name of the parent whose operations are listed. No sweep unless set.
 * @param olderThan Age from which an operation is cancelled.
 * @param maxPerSecond Most cancels a second.
 */
@ConfigurationProperties("sweep")
record SweepSettings(
        @Nullable String parent,
        @DefaultValue("1h") Duration olderThan,
        @DefaultValue("20") double maxPerSecond) {}
