// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One run of the whole engine against the modelled service, in the calling thread. The same scenario runs the same. */
final class Simulation {
    private static final long SECOND = 1_000_000_000L;
    private static final long END = 3_000 * SECOND;

    private final Run run;
    private final Map<String, ModelOperation> operations = new LinkedHashMap<>();
    private final List<SimulatedClient> clients = new ArrayList<>();
    private final List<SingleCalls> calls = new ArrayList<>();
    private final List<BatchRun> batches = new ArrayList<>();

    private Simulation(Scenario scenario, boolean isTraced) {
        SimulatedWorld world = new SimulatedWorld(scenario.random("world"));
        ModelService service = new ModelService(scenario, world, operations);
        run = new Run(scenario, world, service, new Trace(world, isTraced));
    }

    /**
     * @param findings what does not hold; empty if all is well
     * @param trace line by line; empty unless it was asked for
     */
    record Report(List<String> findings, List<String> trace, int operations, long requests) {}

    static Report of(Scenario scenario, boolean isTraced) {
        return new Simulation(scenario, isTraced).report();
    }

    /** For a caller whose class loader is another one. */
    static List<String> findings(long seed) {
        return of(Scenario.of(seed), false).findings();
    }

    private Report report() {
        try {
            begin();
            run.world().runUntil(END);
            end();
        } catch (Throwable thrown) { // a finding like any other
            run.trace().finding("the run ended with " + thrown + at(thrown));
        }
        long requests =
                clients.stream().mapToLong(each -> each.network().requests()).sum();
        return new Report(run.trace().findings(), run.trace().lines(), operations.size(), requests);
    }

    private void begin() {
        Scenario scenario = run.scenario();
        Random random = scenario.random("begin");
        int parents = 1 + random.nextInt(3);
        int count = 1 + random.nextInt(25);
        int inBatch = scenario.has(Feature.BATCH) ? 1 + random.nextInt(count) : 0;
        int clientCount = scenario.has(Feature.MANY_CLIENTS) ? 2 + random.nextInt(2) : 1;
        for (int i = 0; i < clientCount; i++) {
            client();
        }
        List<ModelApi> apis = apis(parents);
        List<ModelOperation> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (!scenario.without().contains(i)) {
                ModelOperation operation = operation(i, apis.get(i % parents).operation(i % parents, i));
                if (i < inBatch) {
                    names.add(operation);
                }
                for (int c = i < inBatch ? 1 : 0; c < clientCount; c++) {
                    calls.get(c).add(operation, scenario.random("call " + c, i));
                }
            }
        }
        if (!names.isEmpty()) {
            BatchRun batch = new BatchRun(run, this::client, names);
            batches.add(batch);
            batch.begin(clients.get(0));
        }
        if (scenario.has(Feature.CLOSED_CLIENT)) {
            run.once(random.nextLong(20 * SECOND), clients.get(random.nextInt(clientCount))::close);
        }
    }

    private SimulatedClient client() {
        SimulatedClient client = new SimulatedClient(run, clients.size());
        clients.add(client);
        calls.add(new SingleCalls(client));
        return client;
    }

    private List<ModelApi> apis(int parents) {
        Random random = run.scenario().random("apis");
        List<ModelApi> apis = new ArrayList<>();
        for (int i = 0; i < parents; i++) {
            boolean another = run.scenario().has(Feature.OTHER_SERVICES) && random.nextBoolean();
            apis.add(another ? ModelApi.values()[random.nextInt(ModelApi.values().length)] : ModelApi.WHOLE);
        }
        return apis;
    }

    private ModelOperation operation(int number, String name) {
        Scenario scenario = run.scenario();
        ModelOperation operation = new ModelOperation(
                name,
                scenario.random("operation", number),
                scenario.has(Feature.VANISHING_OPERATIONS),
                scenario.has(Feature.OTHER_SERVICES)
                        ? scenario.random("dialect", number).nextInt(4)
                        : 0);
        operations.put(operation.name(), operation);
        return operation;
    }

    /** Everything has had time to end: nothing may be under way, before and after the clients are closed. */
    private void end() {
        calls.forEach(SingleCalls::check);
        batches.forEach(BatchRun::check);
        requireQuiet("at the end");
        clients.forEach(SimulatedClient::close);
        run.world().runUntil(END + END);
        requireQuiet("after the close");
        run.world().uncaught().forEach(thrown -> run.trace().finding("uncaught: " + thrown + at(thrown)));
    }

    private void requireQuiet(String when) {
        long pending = run.world().pending();
        run.trace().require(pending == 0, () -> pending + " tasks or timers wait " + when);
        for (SimulatedClient client : clients) {
            int inFlight = client.network().inFlight();
            run.trace()
                    .require(
                            inFlight == 0 || client.process().isKilled(),
                            () -> inFlight + " requests of client " + client.number() + " are in flight " + when);
        }
    }

    private static String at(Throwable thrown) {
        return List.of(thrown.getStackTrace()).stream().limit(6).toList().toString();
    }
}
