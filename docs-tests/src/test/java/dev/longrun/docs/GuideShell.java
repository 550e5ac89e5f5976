// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.cli.Lro;
import dev.longrun.cli.process.ProcessEnvironment;
import dev.longrun.cli.process.SignalHandler;
import dev.longrun.cli.process.Stdout;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.service.ServiceTable;
import dev.longrun.testkit.FakeOperationsServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs command lines of one page within this process, against a fake server whose operations are two hours old. */
final class GuideShell implements AutoCloseable {
    /** The address that pages show for a fake server. */
    private static final String SHOWN_URL = "http://127.0.0.1:8080";

    private final LeapingTime time = new LeapingTime(FakeWorld.AGE);
    private final FakeOperationsServer server = FakeOperationsServer.start(time);
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> exported = new HashMap<>();
    private FakeOperationsServer shownServer = server;

    GuideShell(Path home) {
        FakeWorld.populate(server);
        time.leapToThePresent();
        variables.put("CLOUDSDK_CONFIG", home.toString());
        variables.put("LONGRUN_ENDPOINT", server.url());
    }

    /** What a command left behind. */
    record Run(int exit, String out, String err) {}

    void export(String variable, String value) {
        exported.put(variable, value.replace(SHOWN_URL, shownServer.url()));
    }

    void forgetExports() {
        exported.clear();
    }

    /**
     * {@code lro fake-server --services FILE --service NAME} in the background; other servers are the one of this
     * shell.
     */
    void serve(List<String> words) {
        int file = words.indexOf("--services") + 1;
        int service = words.indexOf("--service") + 1;
        if (file > 0 && service > 0) {
            ServiceRegistry registry =
                    ServiceRegistry.load().withDefinitions(ServiceTable.file(Path.of(words.get(file))));
            shownServer = FakeOperationsServer.start(time, registry.versions(words.get(service)), 0);
        }
    }

    Run lro(String[] words, String stdin) {
        String[] arguments = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            arguments[i] = words[i].replace(SHOWN_URL, shownServer.url());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(exported);
        SignalHandler quiet = action -> () -> {};
        int exit = Lro.run(
                new ProcessEnvironment(
                        new ByteArrayInputStream(stdin.getBytes(UTF_8)),
                        false,
                        Stdout.over(out),
                        new PrintStream(err, true, UTF_8),
                        false,
                        all,
                        time,
                        quiet),
                arguments);
        return new Run(exit, shown(out), shown(err));
    }

    private String shown(ByteArrayOutputStream bytes) {
        return bytes.toString(UTF_8).replace(shownServer.url(), SHOWN_URL);
    }

    @Override
    public void close() {
        shownServer.close();
        server.close();
    }
}
