// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import static java.util.Objects.requireNonNull;

import dev.longrun.cli.demo.FakeServerHelp;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.Format;
import dev.longrun.cli.output.RowJson;
import dev.longrun.cli.process.SignalHandler.Handle;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.testkit.FakeOperationsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lro fake-server}. */
@Command(
        name = "fake-server",
        description = {
            "Serves long-running operations on this machine until Ctrl-C, for trying things out and for tests.",
            "The first line on stdout is the URL, with --format=json an object with url, admin, host, port and pid;"
                    + " the server is ready then. An operation exists once it is asked for; its id says how it ends.",
            "Requests under URL/__admin script operations, faults and time: docs/FAKE_SERVER.md has them."
        })
final class FakeServerCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            converter = NumberConverters.Port.class,
            description = "The port to listen on; 0, the default, takes any that is free.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            converter = HostConverter.class,
            description = "The address to listen on; by default the loopback interface, which only this machine"
                    + " reaches. 0.0.0.0 is all interfaces.")
    private InetAddress host = InetAddress.getLoopbackAddress();

    @Option(
            names = "--service",
            paramLabel = "NAME",
            description = "Serves this service only; may be repeated. Many services have paths in common, such as"
                    + " /v1/projects/*/locations/*/operations/*; with one service they have its dialect and types.")
    private List<String> services = List.of();

    @Option(
            names = "--api-version",
            paramLabel = "VERSION",
            description = "Serves this version of each service only. Clients of Vertex AI use paths without a version,"
                    + " /ui/…, which have the types of v1 unless it is another version that is served.")
    private @Nullable String version;

    @Option(
            names = "--clock",
            paramLabel = "system|virtual",
            defaultValue = "system",
            converter = ServerClock.ClockConverter.class,
            description = "A virtual clock begins at 2026-01-01T00:00:00Z and stands still until a request advances it:"
                    + " POST URL/__admin/time with {\"advance\": \"90s\"}.")
    private ServerClock clock = ServerClock.SYSTEM;

    @Option(
            names = "--until-eof",
            description =
                    "Ends with exit code 0 when stdin ends, so that it does not outlive the process that holds the"
                            + " other end of the pipe.")
    private boolean untilEof;

    @Mixin
    private final ServiceFiles files = new ServiceFiles();

    FakeServerCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Console console = context.console();
        boolean json = context.format() == Format.JSON;
        CompletableFuture<ExitCode> end = new CompletableFuture<>();
        Handle interrupt = context.environment().signals().onInterrupt(() -> end.complete(ExitCode.INTERRUPTED));
        try (interrupt;
                FakeOperationsServer server = start()) {
            server.onRequest(request -> console.detail("→ " + request.line()));
            console.data(json ? json(URI.create(server.url())) : server.url());
            if (console.hasLostData()) {
                return ExitCode.ERROR.number(); // the URL is not known without it
            }
            FakeServerHelp.lines(server.url()).forEach(console::note);
            if (!host.isLoopbackAddress()) {
                console.note("lro: listens on " + host.getHostAddress()
                        + ": every machine that reaches this address can read and change its operations");
            }
            if (untilEof) {
                endWith(context.environment().in(), end);
            }
            return end.join().number();
        } catch (UncheckedIOException taken) {
            console.error(taken.getMessage() + ": "
                    + requireNonNull(taken.getCause()).getMessage() + "; choose another with --port, or 0");
            console.trace(taken);
            return ExitCode.ERROR.number();
        }
    }

    private FakeOperationsServer start() {
        return FakeOperationsServer.start(clock.start(context.environment().time()), definitions(), host, port);
    }

    private static String json(URI url) {
        return RowJson.object()
                .put("url", url.toString())
                .put("admin", url + "/__admin")
                .put("host", url.getHost())
                .put("port", url.getPort())
                .put("pid", ProcessHandle.current().pid())
                .end();
    }

    /** A thread of its own waits for the end of the stream, as nothing can interrupt that. */
    private static void endWith(InputStream in, CompletableFuture<ExitCode> end) {
        Thread reader = new Thread(
                () -> {
                    try {
                        in.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        // The stream is gone, as if it had ended.
                    }
                    end.complete(ExitCode.OK);
                },
                "lro-stdin");
        reader.setDaemon(true);
        reader.start();
    }

    private List<ServiceDefinition> definitions() {
        ServiceRegistry registry = files.registry(context);
        Collection<String> names = services.isEmpty()
                ? registry.services()
                : services.stream().map(name -> registry.service(name).name()).toList();
        return names.stream().flatMap(name -> versions(registry, name)).toList();
    }

    private Stream<ServiceDefinition> versions(ServiceRegistry registry, String name) {
        if (version != null && !services.isEmpty()) {
            return Stream.of(registry.service(name, version));
        }
        return registry.versions(name).stream()
                .filter(definition -> version == null || version.equals(definition.version()));
    }
}
