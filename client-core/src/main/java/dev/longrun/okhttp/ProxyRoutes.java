// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import dev.longrun.http.HttpProxy;
import dev.longrun.http.Origin;
import dev.longrun.http.ProxyResolver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import okhttp3.Authenticator;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of an OkHttpClient through the proxies of a {@link ProxyResolver}. A proxy gets its authorization
 * with the first request, so that no request has to be repeated; one that asks for another is an error of the
 * configuration, as nothing was forwarded.
 */
final class ProxyRoutes extends ProxySelector implements Authenticator, Interceptor {
    private static final String HEADER = "Proxy-Authorization";

    /** The scheme of the challenge with which OkHttp asks for the headers of a tunnel before it opens one. */
    private static final String BEFORE_TUNNEL = "OkHttp-Preemptive";

    private final ProxyResolver resolver;

    private ProxyRoutes(ProxyResolver resolver) {
        this.resolver = resolver;
    }

    /** Replaces the proxy of the client and its authorization. */
    static OkHttpClient.Builder apply(OkHttpClient.Builder client, ProxyResolver resolver) {
        ProxyRoutes routes = new ProxyRoutes(resolver);
        return client.proxy(null)
                .proxySelector(routes)
                .proxyAuthenticator(routes)
                .addNetworkInterceptor(routes);
    }

    @Override
    public List<Proxy> select(URI server) {
        String host = server.getHost().replaceAll("[\\[\\]]", "");
        int port = server.getPort() >= 0 ? server.getPort() : server.getScheme().equals("http") ? 80 : 443;
        return List.of(resolver.resolve(new Origin(server.getScheme(), host, port))
                .<Proxy>map(Hop::new)
                .orElse(Proxy.NO_PROXY));
    }

    /** Nothing is learnt from it: the next request asks the resolver again. */
    @Override
    public void connectFailed(URI server, SocketAddress proxy, IOException failure) {}

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response challenge) throws IOException {
        boolean early = challenge.challenges().stream().anyMatch(each -> BEFORE_TUNNEL.equalsIgnoreCase(each.scheme()));
        Request request = challenge.request();
        if (route == null || !(route.proxy() instanceof Hop hop)) {
            return null;
        } else if (early) {
            return hop.proxy.authorization().isEmpty() ? null : authorized(request, hop);
        }
        throw new ProxyRejectedException("the proxy " + hop.proxy
                + (hop.proxy.authorization().isEmpty()
                        ? " wants a user and a password (407), and none are given with it; nothing was forwarded"
                        : " rejected the user and the password that were given with it (407); nothing was forwarded"));
    }

    /** A request that is handed to the proxy; one in a tunnel is for the server, which gets no such header. */
    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        @Nullable Connection connection = request.isHttps() ? null : chain.connection();
        return chain.proceed(
                connection != null
                                && connection.route().proxy() instanceof Hop hop
                                && hop.proxy.authorization().isPresent()
                        ? authorized(request, hop)
                        : request);
    }

    private static Request authorized(Request request, Hop hop) {
        return request.newBuilder()
                .header(HEADER, hop.proxy.authorization().orElseThrow())
                .build();
    }

    /** A proxy as the platform has it, with its authorization. */
    private static final class Hop extends Proxy {
        private final HttpProxy proxy;

        Hop(HttpProxy proxy) {
            super(Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
            this.proxy = proxy;
        }
    }
}
