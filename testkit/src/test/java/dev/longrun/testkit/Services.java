// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import java.util.List;

/** A few services with every kind of path there is. Source: googleapis/googleapis, Apache-2.0, commit f8291d2b. */
final class Services {

    static final List<ServiceDefinition> ALL = read("""
            service  file.googleapis.com
            versions v1 v1beta1
            names
              projects/*/locations/*/operations/*             get list cancel delete

            service  dataplex.googleapis.com
            versions v1
            names
              projects/*/locations/*/operations/*             get list cancel delete
              organizations/*/locations/*/operations/*        get list cancel delete

            service  aiplatform.googleapis.com
            versions v1beta1
            names
              projects/*/locations/*/endpoints/*/operations/* get list cancel- delete wait-
              projects/*/locations/*/solvers/*/operations/*   get list delete

            service  translate.googleapis.com
            versions v3
            names
              projects/*/locations/*/operations/*             get list cancel delete wait

            service  datalabeling.googleapis.com
            versions v1beta1
            names
              projects/*/operations/*                         get list delete
            rules
              cancel GET /v1beta1/{name=projects/*/operations/*}:cancel

            service  bigtableadmin.googleapis.com
            versions v2
            rules
              get    GET   /v2/{name=operations/**}
              list   GET   /v2/{name=operations/projects/**}/operations
              cancel POST  /v2/{name=operations/**}:cancel

            service  cloudfunctions.googleapis.com
            versions v1
            rules
              get    GET   /v1/{name=operations/*}
              list   GET   /v1/operations

            service  storagetransfer.googleapis.com
            versions v1
            rules
              get    GET   /v1/{name=transferOperations/**}
              list   GET   /v1/{name=transferOperations}
              cancel POST* /v1/{name=transferOperations/**}:cancel

            service  discoveryengine.googleapis.com
            versions v1
            names
              projects/*/locations/*/collections/*/engines/*/operations/* get list cancel
            rules
              get    GET   /v1/{name=projects/*/locations/*/dataStores/*/siteSearchEngine/targetSites/operations/*}
              get    GET   /v1/{name=projects/*/locations/*/dataStores/*/widgets/*/operations/*}

            service  dialogflow.googleapis.com
            versions v3
            names
              projects/*/operations/*                         get list cancel

            service  compute.googleapis.com
            dialect  compute
            endpoint * www.googleapis.com
            versions v1
            rules
              get    GET    /compute/{version}/{name=projects/*/zones/*/operations/*}
              list   GET    /compute/{version}/{name=projects/*/zones/*}/operations
              delete DELETE /compute/{version}/{name=projects/*/zones/*/operations/*}
              wait   POST   /compute/{version}/{name=projects/*/zones/*/operations/*}/wait
              get    GET    /compute/{version}/{name=projects/*/regions/*/operations/*}
              get    GET    /compute/{version}/{name=projects/*/global/operations/*}
              list   GET    /compute/{version}/{name=projects/*}/aggregated/operations

            service  deploymentmanager.googleapis.com
            dialect  compute
            versions v2
            rules
              list   GET    /deploymentmanager/{version}/{name=projects/*/global}/operations

            service  container.googleapis.com
            dialect  container
            versions v1
            names
              projects/*/locations/*/operations/*             get list cancel
              projects/*/zones/*/operations/*                 get list cancel

            service  sqladmin.googleapis.com
            dialect  sqladmin
            versions v1beta4
            rules
              get    GET  /sql/{version}/{name=projects/*/operations/*}
              list   GET  /sql/{version}/{name=projects/*}/operations
              cancel POST /sql/{version}/{name=projects/*/operations/*}/cancel

            service  dns.googleapis.com
            dialect  dns
            versions v2
            rules
              get  GET /dns/{version}/{name=projects/*/locations/*/managedZones/*/operations/*}
              list GET /dns/{version}/{name=projects/*/locations/*/managedZones/*}/operations
            versions v1
            rules
              get    GET  /dns/{version}/{name=projects/*/locations/*/operations/*}
              list   GET  /dns/{version}/{name=projects/*/locations/*}/operations
              cancel POST /dns/{version}/{name=projects/*/locations/*/operations/*}:cancel

            service  storage.googleapis.com
            versions v1
            rules
              get    GET  /storage/{version}/b/{bucket}/operations/{operation} projects/_/buckets/*/operations/*
              list   GET  /storage/{version}/b/{bucket}/operations projects/_/buckets/*
              cancel POST /storage/{version}/b/{bucket}/operations/{operation}/cancel projects/_/buckets/*/operations/*

            service  logging.googleapis.com
            versions v2
            names
              */*/locations/*/operations/*                    get list cancel
              projects/*/locations/*/operations/*             get list cancel
            """);

    static List<ServiceDefinition> only(String service) {
        return ALL.stream().filter(s -> s.shortName().equals(service)).toList();
    }

    private static List<ServiceDefinition> read(String text) {
        ServiceTable table = ServiceTable.parse("Services", text);
        return table.services().stream()
                .flatMap(name -> table.definitions(name).stream())
                .toList();
    }

    private Services() {}
}
