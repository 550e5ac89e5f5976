// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.http.HttpProxy;
import dev.longrun.http.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyVariablesTest {
    private static final Origin GOOGLE = Origin.https("file.googleapis.com");
    private final List<String> used = new ArrayList<>();

    private Optional<ProxyVariables> of(String... variables) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        return ProxyVariables.of(new Settings(environment, used::add));
    }

    private String chosen(Origin server, String... variables) {
        return of(variables)
                .flatMap(proxies -> proxies.resolve(server))
                .map(HttpProxy::toString)
                .orElse("none");
    }

    @Test
    void theFirstThatIsSetWins() {
        String[] all = {
            "HTTPS_PROXY=http://upper:1",
            "https_proxy=http://lower:2",
            "ALL_PROXY=http://all:3",
            "HTTP_PROXY=http://plain:4"
        };
        assertThat(chosen(GOOGLE, all)).isEqualTo("lower:2");
        assertThat(chosen(GOOGLE, all[0], all[2])).isEqualTo("upper:1");
        assertThat(chosen(GOOGLE, all[2], all[3])).isEqualTo("all:3");
        assertThat(chosen(GOOGLE, all[3])).isEqualTo("none");
        assertThat(chosen(GOOGLE, "HTTPS_PROXY= ", all[2])).isEqualTo("all:3");
        assertThat(chosen(Origin.parse("http://lab.example"), all)).isEqualTo("plain:4");
        assertThat(of()).as("the JVM decides").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "http://127.0.0.1:8080",
                "https://127.0.0.1",
                "http://[::1]:8080",
                "http://metadata.google.internal",
                "http://169.254.169.254"
            })
    void thisMachineAndItsMetadataServerAreReachedDirectly(String server) {
        assertThat(chosen(Origin.parse(server), "ALL_PROXY=http://proxy.example:3128"))
                .isEqualTo("none");
        assertThat(used).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://proxy.example:3128/, proxy.example:3128",
        "HTTP://Proxy.Example:3128, proxy.example:3128",
        "proxy.example:3128, proxy.example:3128",
        "http://proxy.example, proxy.example:80",
        "http://[fd00::1]:3128, [fd00::1]:3128"
    })
    void isAUrlOrAHost(String text, String proxy) {
        assertThat(chosen(GOOGLE, "HTTPS_PROXY=" + text)).isEqualTo(proxy);
    }

    @ParameterizedTest
    @CsvSource({
        "http://me:pass@proxy.example:1, Basic bWU6cGFzcw==",
        "http://me@proxy.example:1, Basic bWU6",
        "http://me:p%40%3Ass+%C3%A9@proxy.example:1, Basic bWU6cEA6c3Mrw6k="
    })
    void userAndPasswordAreDecodedAndNeverShown(String text, String authorization) {
        HttpProxy proxy =
                of("HTTPS_PROXY=" + text).orElseThrow().resolve(GOOGLE).orElseThrow();
        assertThat(proxy.authorization()).hasValue(authorization);
        assertThat(proxy).hasToString("proxy.example:1");
        assertThat(used).containsExactly("lro: https proxy proxy.example:1, of HTTPS_PROXY");
    }

    @ParameterizedTest
    @CsvSource({
        "socks5://me:canary@proxy.example:1080, proxies of the scheme socks5 are not supported",
        "https://me:canary@proxy.example, proxies of the scheme https are not supported",
        "http://me:canary@proxy.example:99999, must look like",
        "http://me:canary%zz@proxy.example:1, must look like",
        "http://me:canary@, must look like",
        "http://canary@x@proxy.example/path, must look like",
        "http://me:canary@pro xy:1, must look like"
    })
    void aValueThatIsNoProxyIsRefusedAndNotShown(String text, String reason) {
        assertThatThrownBy(() -> of("https_proxy=" + text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("https_proxy must look like http://proxy.example:3128")
                .hasMessageContaining(reason)
                .message()
                .doesNotContain("canary");
    }

    @Test
    void exceptionsCount() {
        assertThat(chosen(GOOGLE, "ALL_PROXY=http://all:3", "no_proxy=.googleapis.com"))
                .isEqualTo("none");
    }
}
