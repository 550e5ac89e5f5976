// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * The properties {@code longrun.*}. A name below {@code longrun} that is none of these fails the start, as a mistyped
 * one would change nothing in silence. Durations are {@code 500ms}, {@code 30s}, {@code 5m}. Editors show the texts
 * below.
 *
 * @param endpoint Server of all requests, such as http://127.0.0.1:8080. The hosts of the services unless set.
 * @param endpoints Server of one service, by the name or short name of the service. Wins over longrun.endpoint.
 * @param regionalHosts Whether requests go to the regional host of a name's location, and fail where there is none.
 * @param universeDomain Universe of hosts and credentials, which must agree. The default is googleapis.com.
 * @param plaintext Whether requests may go over plain http to other machines, without credentials.
 * @param application Name and version for the User-Agent, such as sweeper/1.2. The default is spring.application.name.
 * @param requestReason Why the requests are made, for the audit logs of the services.
 * @param serviceTables Definitions of services that the class path does not have, such as classpath:lab.services.
 * @param credentials Identity of the client.
 * @param call Single calls.
 * @param cancel Cancels.
 * @param watch Watches.
 * @param poll Reads of cancels and watches.
 * @param rateLimit Limit for each service and kind of call: adaptive, off, or the most calls a second.
 * @param metrics Meters.
 * @param tracing Spans.
 * @param problemDetails Errors of controllers.
 */
@ConfigurationProperties(prefix = "longrun", ignoreUnknownFields = false)
public record LongrunProperties(
        @Nullable String endpoint,
        @DefaultValue Map<String, String> endpoints,
        @DefaultValue("false") boolean regionalHosts,
        @Nullable String universeDomain,
        @DefaultValue("false") boolean plaintext,
        @Nullable String application,
        @Nullable String requestReason,
        @DefaultValue List<Resource> serviceTables,
        @DefaultValue CredentialSettings credentials,
        @DefaultValue CallSettings call,
        @DefaultValue CancelSettings cancel,
        @DefaultValue WatchSettings watch,
        @DefaultValue PollSettings poll,
        @DefaultValue("adaptive") String rateLimit,
        @DefaultValue MetricSettings metrics,
        @DefaultValue TraceSettings tracing,
        @DefaultValue ProblemDetailSettings problemDetails) {

    /**
     * The identity of the client.
     *
     * @param enabled Whether requests have credentials, the Application Default Credentials unless a customizer gives
     *     others. Off for a fake server.
     * @param impersonate Service account to act as. Of several the last one, the others are its delegates.
     * @param scopes OAuth scopes of credentials without scopes. The default is cloud-platform.
     * @param quotaProject Project whose quota is used. The default is that of the credentials.
     * @param overLoopback Whether credentials may go over plain http to this machine.
     */
    public record CredentialSettings(
            @DefaultValue("true") boolean enabled,
            @DefaultValue List<String> impersonate,
            @DefaultValue List<String> scopes,
            @Nullable String quotaProject,
            @DefaultValue("false") boolean overLoopback) {}

    /**
     * Single calls.
     *
     * @param timeout Time for a whole call, its attempts and the pauses between them.
     * @param attemptTimeout Time for one attempt, also of the requests of cancels and watches.
     * @param maxAttempts Number of attempts in all. 1 for no retry.
     */
    public record CallSettings(
            @DefaultValue("1m") Duration timeout,
            @DefaultValue("20s") Duration attemptTimeout,
            @DefaultValue("8") int maxAttempts) {}

    /**
     * Cancels.
     *
     * @param timeout Time for the request, its repetitions and all reads.
     * @param readFirst Whether the operation is read before the request, so that none is sent for one that has ended.
     * @param strict Whether nothing is sent where the service documents no cancel for such a name.
     */
    public record CancelSettings(
            @DefaultValue("5m") Duration timeout,
            @DefaultValue("false") boolean readFirst,
            @DefaultValue("false") boolean strict) {}

    /**
     * Watches.
     *
     * @param timeout Time until a watch gives up.
     */
    public record WatchSettings(@DefaultValue("10m") Duration timeout) {}

    /**
     * Reads of cancels and watches.
     *
     * @param first Shortest time before the second read of a watch, and before the first read of a cancel.
     * @param multiplier Factor by which the time between two reads grows.
     * @param longest Longest of these times.
     * @param stretch Factor by which a time may be longer while there are many reads or no end is likely. 1 for an
     *     exact schedule.
     */
    public record PollSettings(
            @DefaultValue("40ms") Duration first,
            @DefaultValue("1.1") double multiplier,
            @DefaultValue("10s") Duration longest,
            @DefaultValue("5") double stretch) {}

    /**
     * Meters.
     *
     * @param enabled Whether the client has meters, where longrun-micrometer or longrun-opentelemetry is present.
     */
    public record MetricSettings(@DefaultValue("true") boolean enabled) {}

    /**
     * Spans.
     *
     * @param enabled Whether the client has spans, where longrun-micrometer or longrun-opentelemetry is present.
     */
    public record TraceSettings(@DefaultValue("true") boolean enabled) {}

    /**
     * Errors of controllers.
     *
     * @param enabled Whether exceptions of Longrun that leave a controller of Spring MVC become problem details.
     */
    public record ProblemDetailSettings(
            @DefaultValue("true") boolean enabled) {}
}
