// SPDX-License-Identifier: Apache-2.0
package com.example.everywhere;

import dev.longrun.OperationsClient;
import dev.longrun.aiplatform.v1.Aiplatform;
import dev.longrun.compute.v1.Compute;
import dev.longrun.container.v1.Container;
import dev.longrun.dataplex.v1.Dataplex;
import dev.longrun.dialogflow.cx.v3.DialogflowCx;
import dev.longrun.discoveryengine.v1.DiscoveryEngine;
import dev.longrun.service.OperationName;
import dev.longrun.sqladmin.v1beta4.Sqladmin;
import dev.longrun.testkit.FakeOperationsServer;
import java.util.List;

/** Cancels an operation of each service, and says which modules it runs in. */
public final class CancelEverywhere {
    private static final String ID = "cancels-0-x";

    private CancelEverywhere() {}

    public static void main(String[] args) {
        try (var server = FakeOperationsServer.start();
                var client = OperationsClient.builder()
                        .endpoint(server.url())
                        .withoutCredentials()
                        .build()) {
            for (OperationName name : names()) {
                System.out.println(client.canceller().cancel(name).describe());
            }
        }
        ModuleLayer.boot().modules().stream()
                .map(Module::getName)
                .filter(name -> name.startsWith("dev.longrun."))
                .sorted()
                .forEach(name -> System.out.println("module " + name));
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
