// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The quotas that are used up. */
public record QuotaFailure(List<Violation> violations) implements StatusDetail {
    public QuotaFailure {
        violations = List.copyOf(violations);
    }

    /**
     * One quota that is used up.
     *
     * @param subject who ran out, such as {@code project:acme}
     * @param description for people
     * @param apiService whose quota it is, such as {@code file.googleapis.com}; it need not be the service that was
     *     called
     * @param quotaMetric what is counted, such as {@code compute.googleapis.com/cpus_per_vm_family}
     * @param quotaId the limit within the metric, such as {@code CPUS-PER-VM-FAMILY-per-project-region}
     * @param quotaDimensions where the limit applies, such as {@code region → us-central1}
     * @param quotaValue the limit in force
     * @param futureQuotaValue the limit once a rollout that is in progress has ended; equal to {@code quotaValue} when
     *     none is
     */
    public record Violation(
            String subject,
            String description,
            String apiService,
            String quotaMetric,
            String quotaId,
            Map<String, String> quotaDimensions,
            long quotaValue,
            long futureQuotaValue)
            implements Serializable {
        public Violation {
            quotaDimensions = Collections.unmodifiableMap(new LinkedHashMap<>(quotaDimensions));
        }
    }
}
