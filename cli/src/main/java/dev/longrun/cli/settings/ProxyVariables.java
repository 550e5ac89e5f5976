// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.http.HttpProxy;
import dev.longrun.http.Origin;
import dev.longrun.http.ProxyResolver;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The proxies that variables of the environment name, as for curl: {@code HTTPS_PROXY}, {@code HTTP_PROXY},
 * {@code ALL_PROXY}, {@code NO_PROXY} and their lower-case forms, which win. This machine and metadata servers, which
 * answer on a link of the machine, are never reached through a proxy. User and password are for the proxy only and are
 * never shown.
 */
public final class ProxyVariables implements ProxyResolver {
    private static final Pattern URL =
            Pattern.compile("(?:(?<scheme>[A-Za-z0-9.+-]+)://)?(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?"
                    + "(?<host>\\[[^\\]]+]|[^:/@\\[\\]]+)(?::(?<port>\\d{1,5}))?/?");
    private static final int DEFAULT_PORT = 80;
    private static final Set<String> METADATA = Set.of("metadata", "metadata.google.internal");
    private static final NoProxyList LINK_LOCAL = NoProxyList.parse("169.254.0.0/16,fe80::/10");

    private final Settings settings;
    private final Optional<SettingValue> https;
    private final Optional<SettingValue> http;
    private final NoProxyList none;

    private ProxyVariables(Settings settings) {
        this.settings = settings;
        this.https = settings.withoutGcloud(Setting.HTTPS_PROXY, null);
        this.http = settings.withoutGcloud(Setting.HTTP_PROXY, null);
        this.none = NoProxyList.parse(settings.withoutGcloud(Setting.NO_PROXY, null)
                .map(SettingValue::text)
                .orElse(""));
    }

    /**
     * Empty if no variable names a proxy: then the JVM decides.
     *
     * @throws IllegalArgumentException if a variable is no URL of an HTTP proxy
     */
    public static Optional<ProxyVariables> of(Settings settings) {
        ProxyVariables proxies = new ProxyVariables(settings);
        proxies.https.ifPresent(ProxyVariables::parse);
        proxies.http.ifPresent(ProxyVariables::parse);
        return proxies.https.isPresent() || proxies.http.isPresent() ? Optional.of(proxies) : Optional.empty();
    }

    @Override
    public Optional<HttpProxy> resolve(Origin server) {
        if (server.isLoopback()
                || METADATA.contains(server.host())
                || LINK_LOCAL.contains(server)
                || none.contains(server)) {
            return Optional.empty();
        }
        return (server.isSecure() ? https : http).map(this::proxy);
    }

    private HttpProxy proxy(SettingValue variable) {
        HttpProxy proxy = parse(variable);
        settings.use(new SettingValue(variable.setting(), proxy.toString(), variable.source(), false));
        return proxy;
    }

    private static HttpProxy parse(SettingValue variable) {
        Matcher url = URL.matcher(variable.text());
        if (!url.matches()) {
            throw wrong(variable, "");
        }
        String scheme = url.group("scheme");
        if (scheme != null && !scheme.equalsIgnoreCase("http")) {
            throw wrong(variable, "; proxies of the scheme " + scheme + " are not supported");
        }
        try {
            String host = url.group("host").replaceAll("[\\[\\]]", "");
            int port = url.group("port") == null ? DEFAULT_PORT : Integer.parseInt(url.group("port"));
            HttpProxy proxy = HttpProxy.of(host, port);
            String user = url.group("user");
            String password = url.group("password");
            return user == null
                    ? proxy
                    : proxy.withBasicAuthorization(decoded(user), password == null ? "" : decoded(password));
        } catch (IllegalArgumentException odd) {
            throw wrong(variable, "");
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    /** The value is not shown, as it may have a password in it. */
    private static IllegalArgumentException wrong(SettingValue variable, String why) {
        return new IllegalArgumentException(variable.source()
                + " must look like http://proxy.example:3128, with USER:PASSWORD and an @ before the host if the proxy wants"
                + " them" + why + " (its value is not shown: it may hold a password)");
    }
}
