// SPDX-License-Identifier: Apache-2.0
package dev.longrun;

import com.google.auth.Credentials;
import dev.longrun.auth.TokenSource;
import dev.longrun.call.CallOptions;
import dev.longrun.call.ClientListener;
import dev.longrun.call.ClientTracer;
import dev.longrun.call.ContextCarrier;
import dev.longrun.call.RateLimit;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.endpoint.Endpoints;
import dev.longrun.googleauth.GoogleTokens;
import dev.longrun.http.Origin;
import dev.longrun.http.ProxyResolver;
import dev.longrun.http.Transport;
import dev.longrun.okhttp.OkHttpTransport;
import dev.longrun.rpc.ClientThreads;
import dev.longrun.rpc.CredentialPolicy;
import dev.longrun.rpc.RequestHeaders;
import dev.longrun.rpc.RetryBudget;
import dev.longrun.rpc.RpcClient;
import dev.longrun.rpc.RpcClientConfig;
import dev.longrun.time.TimeSource;
import dev.longrun.watch.WatchOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;

/**
 * Configures an {@link OperationsClient}.
 *
 * <pre>{@code
 * OperationsClient client = OperationsClient.builder()
 *         .endpoint("http://127.0.0.1:8080")
 *         .withoutCredentials()
 *         .build();
 * }</pre>
 *
 * <p>Not thread-safe. May build several clients.
 */
public final class OperationsClientBuilder {
    private Map<String, String> environment = System.getenv();
    private Endpoints endpoints = Endpoints.of(environment);
    private Optional<OkHttpClient> http = Optional.empty();
    private Optional<ProxyResolver> proxy = Optional.empty();
    private TokenSourceFactory tokens = TokenSourceFactory.applicationDefault();
    private List<String> scopes = List.of(GoogleTokens.CLOUD_PLATFORM);
    private Optional<String> quotaProject = Optional.empty();
    private boolean credentialsOverLoopback;
    private boolean plaintext;
    private String application = "";
    private Optional<String> requestReason = Optional.empty();
    private CallOptions callOptions = CallOptions.defaults();
    private final Observation observation = new Observation();
    private Optional<Transport> transport = Optional.empty();
    private TimeSource time = TimeSource.system();
    private RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
    private Optional<Executor> executor = Optional.empty();
    private RateLimit rateLimit = RateLimit.adaptive();
    private CancelOptions cancelOptions = CancelOptions.defaults();
    private WatchOptions watchOptions = WatchOptions.defaults();

    OperationsClientBuilder() {}

    /** Sends all requests to this server: {@code https://host}, {@code http://127.0.0.1:8080}. */
    public OperationsClientBuilder endpoint(String url) {
        endpoints = endpoints.withOverride(Origin.parse(url));
        return this;
    }

    /**
     * Sends the requests of one service to this server. {@code service} is a name such as {@code file.googleapis.com}.
     */
    public OperationsClientBuilder endpoint(String service, String url) {
        endpoints = endpoints.withOverride(service, Origin.parse(url));
        return this;
    }

    /**
     * The universe, if not {@code googleapis.com}. It must be that of the credentials and, where it is set, of
     * {@code GOOGLE_CLOUD_UNIVERSE_DOMAIN}: otherwise no token is sent, and a call fails with a
     * {@link dev.longrun.error.ConfigurationException} that names all three.
     */
    public OperationsClientBuilder universeDomain(String domain) {
        endpoints = endpoints.withUniverse(domain);
        return this;
    }

    /**
     * Sends requests to the regional host of the name's location, {@code file.us-central1.rep.googleapis.com}, so that
     * they are served there; off by default. A name whose service lists none for its location, or that has no location,
     * fails with a {@link dev.longrun.error.ConfigurationException} that names the locations with one. Endpoints that
     * are set, and a host that was given with a name, win over this.
     */
    public OperationsClientBuilder regionalHosts(boolean wanted) {
        endpoints = endpoints.withRegionalHosts(wanted);
        return this;
    }

    /** Reads these environment variables instead of those of the process, for commands and tests. */
    public OperationsClientBuilder environment(Map<String, String> variables) {
        environment = Map.copyOf(variables);
        endpoints = endpoints.withEnvironment(environment);
        return this;
    }

    /** Replaces the Application Default Credentials. */
    public OperationsClientBuilder credentials(Credentials credentials) {
        tokens = TokenSourceFactory.of(credentials);
        return this;
    }

    /** Replaces the Application Default Credentials by a source of tokens. */
    public OperationsClientBuilder credentials(TokenSource source) {
        tokens = TokenSourceFactory.of(source);
        return this;
    }

    /**
     * Acts as a service account, by the Application Default Credentials.
     *
     * @param serviceAccounts emails; the account is the last, and each one before it is a delegate that may create
     *     tokens of the next
     */
    public OperationsClientBuilder impersonate(List<String> serviceAccounts) {
        tokens = TokenSourceFactory.impersonated(ServiceAccounts.check(serviceAccounts));
        return this;
    }

    /** Sends no credentials, for a fake server. */
    public OperationsClientBuilder withoutCredentials() {
        tokens = TokenSourceFactory.of(TokenSource.none());
        return this;
    }

    /** OAuth scopes for Google credentials without scopes; {@code cloud-platform} by default. */
    public OperationsClientBuilder scopes(List<String> urls) {
        scopes = List.copyOf(urls);
        return this;
    }

    /** The project that is billed and whose quota is used, instead of the one in the credentials. */
    public OperationsClientBuilder quotaProject(String project) {
        quotaProject = Optional.of(project);
        return this;
    }

    /** Allows credentials over plain http to this machine; off by default. */
    public OperationsClientBuilder credentialsOverLoopback(boolean allowed) {
        credentialsOverLoopback = allowed;
        return this;
    }

    /**
     * Allows plain http to other machines; off by default, and then such a request fails before it is sent. It never
     * carries credentials or a quota project, whatever else is set.
     */
    public OperationsClientBuilder plaintext(boolean allowed) {
        plaintext = allowed;
        return this;
    }

    /**
     * Sends requests, those for tokens too, through the proxies that this names, instead of those of {@link #http} or
     * of the JVM ({@link java.net.ProxySelector}).
     */
    public OperationsClientBuilder proxy(ProxyResolver resolver) {
        proxy = Optional.of(resolver);
        return this;
    }

    /**
     * Uses the proxy, TLS, DNS, connection pool and interceptors of this client, but not its redirects, cookies, cache
     * and authenticators. Interceptors see the credentials. The client is never closed.
     */
    public OperationsClientBuilder http(OkHttpClient client) {
        http = Optional.of(client);
        return this;
    }

    /** Name and version of the application for the User-Agent, such as {@code sweeper/1.2}. */
    public OperationsClientBuilder application(String nameAndVersion) {
        application = nameAndVersion;
        return this;
    }

    /**
     * Why the requests are made, for the audit logs of the services: the header {@code x-goog-request-reason}.
     *
     * @param text printable ASCII, as it is a header
     */
    public OperationsClientBuilder requestReason(String text) {
        requestReason = Optional.of(RequestHeaders.checkReason(text));
        return this;
    }

    /**
     * Deadlines and retries of single calls. Cancels and watches have deadlines of their own, in {@link CancelOptions}
     * and {@link WatchOptions}; their requests use the attempt timeout of these options.
     */
    public OperationsClientBuilder callOptions(CallOptions options) {
        callOptions = options;
        return this;
    }

    /** The options of cancels without options of their own. */
    public OperationsClientBuilder cancelOptions(CancelOptions options) {
        cancelOptions = options;
        return this;
    }

    /** The options of watches without options of their own. */
    public OperationsClientBuilder watchOptions(WatchOptions options) {
        watchOptions = options;
        return this;
    }

    /**
     * Runs attempts of asynchronous calls and all callbacks on this executor instead of on threads of the client. The
     * executor must not run a task on the thread that submits it, and its tasks block on the network. It is never shut
     * down.
     */
    public OperationsClientBuilder executor(Executor value) {
        executor = Optional.of(value);
        return this;
    }

    /** The rate limit for each service and kind of call; {@link RateLimit#adaptive()} unless set. */
    public OperationsClientBuilder rateLimit(RateLimit limit) {
        rateLimit = limit;
        return this;
    }

    /** Adds a listener to those that were added before. */
    public OperationsClientBuilder listener(ClientListener value) {
        observation.listener(value);
        return this;
    }

    /**
     * Carries the caller's context to the threads where its calls, listeners and callbacks run. Several carriers carry
     * what each of them captures.
     */
    public OperationsClientBuilder contextCarrier(ContextCarrier value) {
        observation.carrier(value);
        return this;
    }

    /** Follows cancels, watches, batches and their requests, instead of a tracer that was set before. */
    public OperationsClientBuilder tracer(ClientTracer value) {
        observation.tracer(value);
        return this;
    }

    /** Sends requests over this transport instead of OkHttp; token fetches are not affected. The client closes it. */
    public OperationsClientBuilder transport(Transport value) {
        transport = Optional.of(value);
        return this;
    }

    /** A clock and timer, for tests. */
    public OperationsClientBuilder time(TimeSource value) {
        time = value;
        return this;
    }

    /** The randomness of backoff jitter, for tests that must repeat; thread-safe. */
    public OperationsClientBuilder random(RandomGenerator generator) {
        random = generator;
        return this;
    }

    /** Does no I/O. */
    public OperationsClient build() {
        OkHttpTransport okHttp = OkHttpTransport.of(http, proxy);
        TokenSource given = tokens.over(okHttp, scopes, environment);
        TokenSource source = given.isNone() ? given : new UniverseCheck(given, endpoints);
        ClientThreads threads = executor.isPresent() ? ClientThreads.on(executor.get()) : ClientThreads.create();
        RpcClient caller = new RpcClient(new RpcClientConfig(
                transport.isPresent() ? transport.get() : okHttp,
                new CredentialPolicy(
                        quotaProject.isPresent() ? source.withQuotaProject(quotaProject.get()) : source,
                        credentialsOverLoopback,
                        plaintext),
                Version.identity(application).withReason(requestReason),
                RetryBudget.defaults(),
                observation.listeners(),
                time,
                random,
                threads,
                rateLimit,
                observation.carrier()));
        return new ClientParts(endpoints, callOptions, watchOptions, cancelOptions).over(caller, random, okHttp);
    }
}
