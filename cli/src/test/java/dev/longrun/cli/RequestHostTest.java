// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hosts that requests go to, as a proxy is asked for them. */
@Timeout(60)
class RequestHostTest {
    private static final String PLACE = "/projects/p/locations/";

    private final Shell shell = Shell.start();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final ProxySelector usual = ProxySelector.getDefault();
    private final ServerSocket proxy = listen();

    @BeforeEach
    void start() {
        ProxySelector.setDefault(ProxySelector.of((InetSocketAddress) proxy.getLocalSocketAddress()));
        Thread thread = new Thread(this::serve, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        ProxySelector.setDefault(usual);
        proxy.close();
        shell.close();
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses each connection once it knows its host. */
    private void serve() {
        while (!proxy.isClosed()) {
            try (Socket socket = proxy.accept()) {
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
                asked.add(in.readLine());
                for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    // the rest of the request
                }
                socket.getOutputStream()
                        .write("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
            } catch (IOException closed) {
                // the next one
            }
        }
    }

    private int lro(String... arguments) {
        return shell.lroWithoutEndpoint(
                Stream.concat(Stream.of(arguments), Stream.of("--no-auth", "--quiet", "--timeout=2s"))
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "https://us-west1-gkemulticloud.googleapis.com/v1/projects/p/locations/us-west1/operations/o,"
                + " us-west1-gkemulticloud.googleapis.com",
        "//gkemulticloud.googleapis.com/projects/p/locations/us-west1/operations/o,"
                + " us-west1-gkemulticloud.googleapis.com",
        "//documentai.googleapis.com/projects/p/locations/eu/operations/o, eu-documentai.googleapis.com",
        "//speech.googleapis.com/projects/p/locations/us-central1/operations/o, us-central1-speech.googleapis.com",
        "//alloydb.googleapis.com/projects/p/locations/us-west1/operations/o, alloydb.googleapis.com",
        "https://foo.googleapis.com/v1/projects/p/operations/o, foo.googleapis.com",
        "https://us-east1-foo.googleapis.com/v1/projects/p/operations/o, us-east1-foo.googleapis.com",
    })
    void areThoseOfTheLocationOrOfTheUrl(String name, String host) {
        assertThat(lro("get", name)).isEqualTo(1);
        assertThat(asked).containsExactly("CONNECT " + host + ":443 HTTP/1.1");
    }

    @Test
    void areRegionalIfAskedFor() {
        assertThat(lro("get", "--regional", "//alloydb.googleapis.com" + PLACE + "us-west1/operations/o"))
                .isEqualTo(1);
        assertThat(lro("list", "--regional", "//alloydb.googleapis.com" + PLACE + "us-west1"))
                .isEqualTo(1);
        assertThat(lro("cancel", "--regional", "https://composer.googleapis.com/v1" + PLACE + "us-west8/operations/o"))
                .isEqualTo(1);
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "CONNECT alloydb.us-west1.rep.googleapis.com:443 HTTP/1.1",
                        "CONNECT composer.us-west8.rep.googleapis.com:443 HTTP/1.1");
    }

    @Test
    void areNotRegionalWhereTheServiceListsNone() {
        assertThat(lro("cancel", "--regional", "//dataform.googleapis.com" + PLACE + "us-west9/operations/o"))
                .isEqualTo(2);
        assertThat(shell.err())
                .startsWith("lro: dataform v1: the service lists no regional host for the location us-west9; ")
                .endsWith("such as us-west1, us-west2, us-west3\n");
        shell.clear();
        assertThat(lro("list", "--regional", "//alloydb.googleapis.com/projects/p/locations/-"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("a regional host is one of a location, and the name has none");
        assertThat(asked).isEmpty();
    }

    @Test
    void areThoseOfDefinitions(@TempDir Path directory) throws IOException {
        Path lab = Files.writeString(
                directory.resolve("lab"),
                "service lab.example.com\nendpoint region {location}.lab.example.com:8443\nversions v1\n"
                        + "names\nlocations/*/operations/* get\n");
        assertThat(lro("get", "--services=" + lab, "//lab.example.com/locations/us-east1/operations/o"))
                .isEqualTo(1);
        assertThat(asked).containsExactly("CONNECT us-east1.lab.example.com:8443 HTTP/1.1");
    }

    @Test
    void areNotBothRegionalAndGiven() {
        assertThat(lro("get", "--regional", "--endpoint=https://x.example", "//file.googleapis.com/operations/o"))
                .isEqualTo(2);
        assertThat(shell.err())
                .isEqualTo(
                        "lro: --regional sends requests to hosts of the service, and --endpoint to \"https://x.example\";"
                                + " leave out one of them\n");
    }
}
