// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import static dev.longrun.springboot.BadPropertyException.naming;

import dev.longrun.OperationsClientBuilder;
import dev.longrun.call.CallOptions;
import dev.longrun.call.RateLimit;
import dev.longrun.call.RetryPolicy;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.springboot.LongrunProperties.CredentialSettings;
import dev.longrun.time.Backoff;
import dev.longrun.watch.WatchOptions;
import java.util.List;

/** Applies the properties to a builder. Each value is checked by the builder; what it rejects names the property. */
final class BuilderSettings {
    private final LongrunProperties properties;

    BuilderSettings(LongrunProperties properties) {
        this.properties = properties;
    }

    /** @param services know the short names of services */
    void applyTo(OperationsClientBuilder builder, ServiceRegistry services, String applicationName) {
        servers(builder, services);
        identity(builder, applicationName);
        credentials(builder, properties.credentials());
        builder.callOptions(call());
        builder.cancelOptions(cancel());
        builder.watchOptions(watch());
        builder.rateLimit(rateLimit());
    }

    private void servers(OperationsClientBuilder builder, ServiceRegistry services) {
        String all = properties.endpoint();
        if (all != null) {
            naming("longrun.endpoint", () -> builder.endpoint(all));
        }
        properties
                .endpoints()
                .forEach((service, url) -> naming("longrun.endpoints." + service, () -> {
                    return builder.endpoint(services.service(service).name(), url);
                }));
        String universe = properties.universeDomain();
        if (universe != null) {
            naming("longrun.universe-domain", () -> builder.universeDomain(universe));
        }
        builder.regionalHosts(properties.regionalHosts()).plaintext(properties.plaintext());
    }

    private void identity(OperationsClientBuilder builder, String applicationName) {
        String application = properties.application();
        builder.application(
                application == null
                        ? UserAgent.token(applicationName)
                        : naming("longrun.application", () -> UserAgent.check(application)));
        String reason = properties.requestReason();
        if (reason != null) {
            naming("longrun.request-reason", () -> builder.requestReason(reason));
        }
    }

    private static void credentials(OperationsClientBuilder builder, CredentialSettings credentials) {
        List<String> accounts = credentials.impersonate();
        if (!credentials.enabled()) {
            builder.withoutCredentials();
        } else if (!accounts.isEmpty()) {
            naming("longrun.credentials.impersonate", () -> builder.impersonate(accounts));
        }
        if (!credentials.scopes().isEmpty()) {
            builder.scopes(credentials.scopes());
        }
        String project = credentials.quotaProject();
        if (project != null) {
            builder.quotaProject(project);
        }
        builder.credentialsOverLoopback(credentials.overLoopback());
    }

    private CallOptions call() {
        var call = properties.call();
        RetryPolicy retry =
                naming("longrun.call.max-attempts", () -> RetryPolicy.defaults().withMaxAttempts(call.maxAttempts()));
        CallOptions options =
                naming("longrun.call.timeout", () -> CallOptions.defaults().withTimeout(call.timeout()));
        return naming("longrun.call.attempt-timeout", () -> options.withAttemptTimeout(call.attemptTimeout()))
                .withRetry(retry);
    }

    private CancelOptions cancel() {
        var cancel = properties.cancel();
        CancelOptions options =
                naming("longrun.cancel.timeout", () -> CancelOptions.defaults().withTimeout(cancel.timeout()));
        return naming(
                        "longrun.poll.stretch",
                        () -> options.withPollBackoff(poll(), properties.poll().stretch()))
                .withReadFirst(cancel.readFirst())
                .withStrict(cancel.strict());
    }

    private WatchOptions watch() {
        return naming(
                        "longrun.watch.timeout",
                        () -> WatchOptions.defaults()
                                .withTimeout(properties.watch().timeout()))
                .withPollBackoff(poll(), properties.poll().stretch());
    }

    private Backoff poll() {
        var poll = properties.poll();
        return naming("longrun.poll", () -> Backoff.exponential(poll.first(), poll.multiplier(), poll.longest()));
    }

    private RateLimit rateLimit() {
        String limit = properties.rateLimit().strip();
        return switch (limit) {
            case "adaptive" -> RateLimit.adaptive();
            case "off", "false" -> RateLimit.off(); // YAML reads a plain off as false
            default -> naming("longrun.rate-limit", () -> RateLimit.fixed(perSecond(limit)));
        };
    }

    private static double perSecond(String limit) {
        try {
            return Double.parseDouble(limit);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "expected adaptive, off, or the most calls a second, such as 20; got \"" + limit + '"', e);
        }
    }
}
