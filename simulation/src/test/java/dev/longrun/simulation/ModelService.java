// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.http.HttpRequest;
import dev.longrun.simulation.ServiceRecord.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The modelled service: its operations, what it answers, and the record of what it did. */
final class ModelService {
    private static final Pattern TOKEN = Pattern.compile("pageToken=(\\d+)");
    private static final int SMALL_PAGE = 3;

    private final SimulatedWorld world;
    private final Map<String, ModelOperation> operations;
    private final Random random;
    private final boolean poorLists;
    private final boolean noLists;
    private final ServiceRecord record = new ServiceRecord();

    ModelService(Scenario scenario, SimulatedWorld world, Map<String, ModelOperation> operations) {
        this.world = world;
        this.operations = operations;
        this.random = scenario.random("service");
        this.poorLists = scenario.has(Feature.POOR_LISTS);
        this.noLists = scenario.has(Feature.NO_LISTS);
    }

    ServiceRecord record() {
        return record;
    }

    /** @param sentAt when the request left */
    Answer serve(HttpRequest request, int client, long sentAt) {
        Target target = Target.of(request);
        return switch (target.kind()) {
            case CANCEL -> cancel(target.name(), client, sentAt);
            case GET, WAIT -> get(target.name(), client);
            case LIST -> list(target.name(), request.query(), client);
        };
    }

    private Answer cancel(String name, int client, long sentAt) {
        ModelOperation operation = operations.get(name);
        int status = operation == null ? 404 : operation.cancel(world.now());
        if (status == 200) {
            addSince(sentAt, name, client, What.CANCEL_TAKEN);
            return Answer.ok(random.nextBoolean() ? "{}" : "", () -> {});
        }
        add(name, client, status == 501 ? What.NO_METHOD : What.CANCEL_REJECTED);
        return Answer.error(
                status,
                status == 400 ? "FAILED_PRECONDITION" : status == 404 ? "NOT_FOUND" : "UNIMPLEMENTED",
                Map.of());
    }

    private Answer get(String name, int client) {
        long now = world.now();
        ModelOperation operation = operations.get(name);
        if (operation == null || !operation.exists(now)) {
            return Answer.error(404, "NOT_FOUND", Map.of()).recording(() -> add(name, client, What.READ_REFUSED));
        }
        What seen = seen(operation, now);
        return Answer.ok(operation.json(now), () -> add(name, client, seen));
    }

    /** Whether a wait is held: the operation runs on. */
    boolean holds(String name) {
        ModelOperation operation = operations.get(name);
        return operation != null && operation.exists(world.now()) && !operation.isDone(world.now());
    }

    private Answer list(String parent, String query, int client) {
        if (noLists) {
            return Answer.error(501, "UNIMPLEMENTED", Map.of());
        }
        long moment = poorLists ? Math.max(0, world.now() - random.nextLong(3_000_000_000L)) : world.now();
        List<ModelOperation> shown = new ArrayList<>();
        for (ModelOperation operation : operations.values()) {
            boolean missed = poorLists && random.nextInt(10) == 0;
            if (operation.name().startsWith(parent + "/") && operation.exists(moment) && !missed) {
                shown.add(operation);
            }
        }
        Matcher token = TOKEN.matcher(query);
        int from = Math.min(shown.size(), token.find() ? Integer.parseInt(token.group(1)) : 0);
        int to = poorLists ? Math.min(shown.size(), from + SMALL_PAGE) : shown.size();
        return page(shown.subList(from, to), to < shown.size() ? Integer.toString(to) : "", moment, client);
    }

    private Answer page(List<ModelOperation> shown, String nextPage, long moment, int client) {
        StringBuilder items = new StringBuilder();
        List<Runnable> notes = new ArrayList<>();
        for (ModelOperation operation : shown) {
            What seen = seen(operation, moment);
            items.append(items.isEmpty() ? "" : ",").append(operation.json(moment));
            notes.add(() -> add(operation.name(), client, seen));
        }
        String rest = nextPage.isEmpty() ? "" : ",\"nextPageToken\":\"" + nextPage + "\"";
        return Answer.ok("{\"operations\":[" + items + "]" + rest + "}", () -> notes.forEach(Runnable::run));
    }

    private static What seen(ModelOperation operation, long moment) {
        return operation.isDone(moment) ? What.DONE_SHOWN : What.RUNNING_SHOWN;
    }

    void add(String name, int client, What what) {
        record.add(name, world.now(), world.now(), client, what);
    }

    void addSince(long since, String name, int client, What what) {
        record.add(name, since, world.now(), client, what);
    }
}
