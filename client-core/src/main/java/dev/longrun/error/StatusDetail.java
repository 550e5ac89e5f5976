// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import java.io.Serializable;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A typed detail of a {@link Status}: one nested record for each message of {@code google/rpc/error_details.proto}.
 *
 * <pre>{@code
 * Optional<Duration> delay = status.detail(StatusDetail.RetryInfo.class).map(StatusDetail.RetryInfo::retryDelay);
 * }</pre>
 *
 * <p>As in proto3, strings, lists and maps that the server left out are empty. Details of any other type arrive as
 * {@link UnknownDetail}, because services add types of their own.
 */
public sealed interface StatusDetail extends Serializable {

    /** The fields of the request that are wrong. */
    record BadRequest(List<FieldViolation> fieldViolations) implements StatusDetail {
        public BadRequest {
            fieldViolations = List.copyOf(fieldViolations);
        }

        /**
         * One field that is wrong.
         *
         * @param field its path in the request body, such as {@code instance.networks[0].modes}
         * @param description for people
         * @param reason in upper snake case, for programs
         * @param localizedMessage for end users; both parts empty when the server sent none
         */
        public record FieldViolation(String field, String description, String reason, LocalizedMessage localizedMessage)
                implements Serializable {}
    }

    /** A stack trace of the server, where a service shows it; for bug reports, not for programs. */
    record DebugInfo(List<String> stackEntries, String detail) implements StatusDetail {
        public DebugInfo {
            stackEntries = List.copyOf(stackEntries);
        }
    }

    /**
     * The cause, for programs: branch on {@code reason} within {@code domain}, never on the status message.
     *
     * @param reason in upper snake case, such as {@code SERVICE_DISABLED}
     * @param domain whose reason it is, such as {@code googleapis.com}
     * @param metadata the particulars, in the order they were sent
     */
    record ErrorInfo(String reason, String domain, Map<String, String> metadata) implements StatusDetail {
        public ErrorInfo {
            metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        }
    }

    /** Links to documentation, or to a page where the cause can be fixed. */
    record Help(List<Link> links) implements StatusDetail {
        public Help {
            links = List.copyOf(links);
        }

        /** A link; the URL is as the server sent it and is not validated. */
        public record Link(String description, String url) implements Serializable {}
    }

    /**
     * A text that may be shown to end users.
     *
     * @param locale a BCP 47 tag such as {@code fr-CH}
     */
    record LocalizedMessage(String locale, String message) implements StatusDetail {}

    /** What has to change in the system, not in the request, before it can succeed. */
    record PreconditionFailure(List<PreconditionFailure.Violation> violations) implements StatusDetail {
        public PreconditionFailure {
            violations = List.copyOf(violations);
        }

        /**
         * One condition that does not hold.
         *
         * @param type the service's name for the kind of condition, such as {@code TOS}
         * @param subject what fails it, such as {@code google.com/cloud}
         * @param description for people: how to meet it
         */
        public record Violation(String type, String subject, String description) implements Serializable {}
    }

    /** The quotas that are used up. */
    record QuotaFailure(List<QuotaFailure.Violation> violations) implements StatusDetail {
        public QuotaFailure {
            violations = List.copyOf(violations);
        }

        /**
         * One quota that is used up.
         *
         * @param subject the owner of the quota, such as {@code project:acme}
         * @param description for people
         * @param apiService whose quota it is, such as {@code file.googleapis.com}; it need not be the service that was
         *     called
         * @param quotaMetric what is counted, such as {@code compute.googleapis.com/cpus_per_vm_family}
         * @param quotaId the limit within the metric, such as {@code CPUS-PER-VM-FAMILY-per-project-region}
         * @param quotaDimensions where the limit applies, such as {@code region → us-central1}
         * @param quotaValue the limit in force
         * @param futureQuotaValue the limit once a rollout that is in progress has ended; equal to {@code quotaValue}
         *     when none is
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

    /**
     * Identifies the request for support.
     *
     * @param requestId opaque; finds the request in the service's logs
     * @param servingData opaque, often encrypted
     */
    record RequestInfo(String requestId, String servingData) implements StatusDetail {}

    /**
     * The resource that could not be used.
     *
     * @param resourceType a name or a type URL
     * @param resourceName its name as the service writes it
     * @param owner such as {@code project:acme}
     * @param description for people: what stands in the way, a missing role for example
     */
    record ResourceInfo(String resourceType, String resourceName, String owner, String description)
            implements StatusDetail {}

    /** The minimum time before the same request is sent again; a negative delay counts as zero. */
    record RetryInfo(Duration retryDelay) implements StatusDetail {
        public RetryInfo {
            retryDelay = retryDelay.isNegative() ? Duration.ZERO : retryDelay;
        }
    }

    /**
     * A detail of a type that is not in {@code error_details.proto}, or without a type.
     *
     * @param typeUrl as in {@code @type}; empty when there was none
     * @param json the whole detail as it was sent, {@code @type} included
     */
    record UnknownDetail(String typeUrl, String json) implements StatusDetail {}
}
