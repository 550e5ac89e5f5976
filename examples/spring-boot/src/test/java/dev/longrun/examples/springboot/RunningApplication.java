// SPDX-License-Identifier: Apache-2.0
package dev.longrun.examples.springboot;

import dev.longrun.springboot.OperationsClientCustomizer;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.VirtualTime;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application on a port of this machine, a client of a fake server. Both have virtual time. */
final class RunningApplication implements AutoCloseable {
    final VirtualTime time = VirtualTime.autoAdvancing();
    final FakeOperationsServer server = FakeOperationsServer.start(time);
    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    RunningApplication(String... properties) {
        String[] arguments =
                Stream.of(properties).map(property -> "--" + property).toArray(String[]::new);
        context = new SpringApplicationBuilder(CancelApplication.class)
                .properties("server.port=0", "longrun.credentials.enabled=false", "longrun.endpoint=" + server.url())
                .initializers(started -> {
                    var beans = (GenericApplicationContext) started;
                    beans.registerBean("time", OperationsClientCustomizer.class, () -> builder -> builder.time(time));
                    beans.registerBean("spans", SpanProcessor.class, () -> SimpleSpanProcessor.create(exported));
                })
                .run(arguments);
    }

    record Response(int status, String type, String body) {
        JsonNode json() {
            return new JsonMapper().readTree(body);
        }
    }

    Response post(String path, String name) {
        return send(HttpRequest.newBuilder(uri(path + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    Response get(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private URI uri(String path) {
        return URI.create(
                "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    private Response send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Response(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The spans that have ended. */
    List<SpanData> spans() {
        return exported.getFinishedSpanItems();
    }

    /** Waits for a span, as that of the server ends after the client has its response. */
    SpanData span(Predicate<SpanData> wanted) {
        while (true) {
            Optional<SpanData> found = spans().stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        context.close();
        server.close();
        time.close();
    }
}
