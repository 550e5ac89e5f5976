// SPDX-License-Identifier: Apache-2.0
package dev.longrun.examples;

import dev.longrun.OperationsClient;
import dev.longrun.aiplatform.v1beta1.Aiplatform;
import dev.longrun.container.v1.Container;
import dev.longrun.dataplex.v1.Dataplex;
import dev.longrun.dialogflow.cx.v3beta1.DialogflowCx;
import dev.longrun.discoveryengine.v1.DiscoveryEngine;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.service.OperationName;
import dev.longrun.sqladmin.v1beta4.Sqladmin;
import java.util.List;

/**
 * The documented cancel of each typed service that has one, with one client: a name has its service, so each request
 * goes to the right host and path. Compute Engine has none. Arguments: project, and the id of an operation, which is
 * the same for all.
 */
public final class CancelInEachService {
    private CancelInEachService() {}

    public static void main(String[] args) {
        try (OperationsClient client = OperationsClient.create()) {
            cancelEach(client, args[0], args[1]);
        }
    }

    static void cancelEach(OperationsClient client, String project, String id) {
        for (OperationName name : documented(project, id)) {
            System.out.println(
                    name.service() + ": " + client.canceller().cancel(name).describe());
        }
    }

    static List<OperationName> documented(String project, String id) {
        return List.of(
                // POST https://discoveryengine.googleapis.com/v1/…/branches/0/operations/…:cancel
                DiscoveryEngine.project(project)
                        .location("global")
                        .collection("default_collection")
                        .dataStore("books")
                        .branch("0")
                        .operation(id),
                // POST https://us-central1-aiplatform.googleapis.com/v1beta1/…/endpoints/456/operations/…:cancel
                Aiplatform.project(project)
                        .location("us-central1")
                        .endpoint("456")
                        .operation(id),
                // POST https://file.googleapis.com/v1/projects/…/locations/us-central1-a/operations/…:cancel
                Filestore.project(project).location("us-central1-a").operation(id),
                // POST https://dataplex.googleapis.com/v1/projects/…/locations/us-central1/operations/…:cancel
                Dataplex.project(project).location("us-central1").operation(id),
                // POST https://europe-west1-dialogflow.googleapis.com/v3beta1/projects/…/operations/…:cancel
                DialogflowCx.project(project).location("europe-west1").operation(id),
                // POST https://container.googleapis.com/v1/projects/…/zones/us-central1-a/operations/…:cancel
                Container.project(project).zone("us-central1-a").operation(id),
                // POST https://sqladmin.googleapis.com/sql/v1beta4/projects/…/operations/…/cancel
                Sqladmin.project(project).operation(id));
    }
}
