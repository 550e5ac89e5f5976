// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.json.JsonObject;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;

/** One service of each dialect, with the bindings of its discovery document. */
public final class DialectTables {
    public static final ServiceTable TABLE = ServiceTable.parse("dialects", """
            service  compute.googleapis.com
            dialect  compute
            versions v1 beta
            rules
              get    GET    /compute/{version}/{name=projects/*/zones/*/operations/*}
              get    GET    /compute/{version}/{name=projects/*/global/operations/*}
              list   GET    /compute/{version}/{name=projects/*/zones/*}/operations
              list   GET    /compute/{version}/{name=projects/*/global}/operations
              list   GET    /compute/{version}/{name=projects/*}/aggregated/operations
              delete DELETE /compute/{version}/{name=projects/*/zones/*/operations/*}
              wait   POST   /compute/{version}/{name=projects/*/zones/*/operations/*}/wait

            service  container.googleapis.com
            dialect  container
            versions v1
            rules
              get    GET   /{version}/{name=projects/*/locations/*/operations/*}
              get    GET   /{version}/{name=projects/*/zones/*/operations/*}
              list   GET   /{version}/{name=projects/*/locations/*}/operations
              list   GET   /{version}/{name=projects/*/zones/*}/operations
              cancel POST* /{version}/{name=projects/*/locations/*/operations/*}:cancel
              cancel POST* /{version}/{name=projects/*/zones/*/operations/*}:cancel

            service  sqladmin.googleapis.com
            dialect  sqladmin
            versions v1
            rules
              get    GET  /v1/{name=projects/*/operations/*}
              list   GET  /v1/{name=projects/*}/operations
              cancel POST /v1/{name=projects/*/operations/*}/cancel
            versions v1beta4
            rules
              get    GET  /sql/v1beta4/{name=projects/*/operations/*}
              list   GET  /sql/v1beta4/{name=projects/*}/operations
              cancel POST /sql/v1beta4/{name=projects/*/operations/*}/cancel

            service  dns.googleapis.com
            dialect  dns
            versions v1
            rules
              get    GET /dns/{version}/{name=projects/*/managedZones/*/operations/*}
              get    GET /dns/{version}/{name=projects/*/locations/*/operations/*}
              list   GET /dns/{version}/{name=projects/*/managedZones/*}/operations
              list   GET /dns/{version}/{name=projects/*/locations/*}/operations
              cancel POST /dns/{version}/{name=projects/*/locations/*/operations/*}:cancel

            service  storage.googleapis.com
            versions v1
            rules
              get    GET  /storage/{version}/b/{bucket}/operations/{operation} projects/_/buckets/*/operations/*
              list   GET  /storage/{version}/b/{bucket}/operations projects/_/buckets/*
              cancel POST /storage/{version}/b/{bucket}/operations/{operation}/cancel projects/_/buckets/*/operations/*

            service  deploymentmanager.googleapis.com
            dialect  compute
            versions v2
            rules
              get    GET /deploymentmanager/{version}/{name=projects/*/global/operations/*}
              list   GET /deploymentmanager/{version}/{name=projects/*/global}/operations
            """);
    public static final OperationName COMPUTE = name("compute", "v1", "projects/p/zones/us-a1-b/operations/o");
    public static final OperationName CONTAINER = name("container", "v1", "projects/p/locations/us-a1/operations/o");
    public static final OperationName SQLADMIN = name("sqladmin", "v1", "projects/p/operations/o");
    public static final OperationName DNS = name("dns", "v1", "projects/p/managedZones/z/operations/o");

    private DialectTables() {}

    public static ServiceDefinition service(String shortName, String version) {
        return TABLE.definition(shortName + ".googleapis.com", version);
    }

    private static OperationName name(String shortName, String version, String name) {
        return OperationName.of(service(shortName, version), name);
    }

    /** Reads JSON with apostrophes for quotes. */
    public static Operation operation(OperationName name, String json) {
        return Operation.read(name, JsonObject.parse(json.replace('\'', '"')));
    }
}
