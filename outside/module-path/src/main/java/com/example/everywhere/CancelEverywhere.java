// SPDX-License-Identifier: Apache-2.0
package com.example.everywhere;

import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.aiplatform.v1.Aiplatform;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.compute.v1.Compute;
import dev.longrun.container.v1.Container;
import dev.longrun.dataplex.v1.Dataplex;
import dev.longrun.dialogflow.cx.v3.DialogflowCx;
import dev.longrun.discoveryengine.v1.DiscoveryEngine;
import dev.longrun.jackson3.LongrunJacksonModule;
import dev.longrun.micrometer.LongrunMicrometer;
import dev.longrun.opentelemetry.LongrunOpenTelemetry;
import dev.longrun.service.OperationName;
import dev.longrun.sqladmin.v1beta4.Sqladmin;
import dev.longrun.testkit.FakeOperationsServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Cancels an operation of each service, with meters and with spans, and says which modules it runs in. */
public final class CancelEverywhere {
    private static final String ID = "cancels-0-x";

    private CancelEverywhere() {}

    public static void main(String[] args) {
        MeterRegistry meters = new SimpleMeterRegistry();
        cancelAll(LongrunMicrometer.create(meters).instrument(OperationsClient.builder()));
        System.out.println("timed: " + meters.get("longrun.operations").timers().size());
        cancelAll(LongrunOpenTelemetry.create(OpenTelemetry.noop()).instrument(OperationsClient.builder()));
        ModuleLayer.boot().modules().stream()
                .map(Module::getName)
                .filter(name -> name.startsWith("dev.longrun."))
                .sorted()
                .forEach(name -> System.out.println("module " + name));
    }

    private static void cancelAll(OperationsClientBuilder builder) {
        JsonMapper mapper =
                JsonMapper.builder().addModule(new LongrunJacksonModule()).build();
        try (var server = FakeOperationsServer.start();
                var client = builder.endpoint(server.url()).withoutCredentials().build()) {
            for (OperationName name : names()) {
                CancelOutcome outcome = client.canceller().cancel(name);
                System.out.println(outcome.describe());
                System.out.println(mapper.writeValueAsString(outcome));
            }
        }
    }

    private static List<OperationName> names() {
        return List.of(
                Aiplatform.project("acme").location("us-central1").operation(ID),
                Compute.project("acme").zone("us-central1-a").operation(ID),
                Container.project("acme").zone("us-central1-a").operation(ID),
                Dataplex.project("acme").location("us-central1").operation(ID),
                DialogflowCx.project("acme").location("us-central1").operation(ID),
                DiscoveryEngine.project("acme")
                        .location("global")
                        .collection("default_collection")
                        .dataStore("books")
                        .branch("0")
                        .operation(ID),
                Sqladmin.project("acme").operation(ID));
    }
}
