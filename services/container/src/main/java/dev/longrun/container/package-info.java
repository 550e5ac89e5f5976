// SPDX-License-Identifier: Apache-2.0
/**
 * Google Kubernetes Engine, {@code container.googleapis.com}, in v1 and v1beta1: names, documented bindings and fields
 * of its operations.
 *
 * <pre>{@code
 * var name = Container.project("acme").location("us-central1").operation("operation-17");  // dev.longrun.container.v1
 * CancelOutcome outcome = client.canceller().cancel(name);  // ENDED, if it stopped: see below
 *
 * ContainerOperation operation = ContainerOperation.of(client.operations().get(name));
 * operation.operationType();  // Optional[UPGRADE_NODES]
 * operation.clusterConditions().stream().flatMap(condition -> condition.message().stream());
 * }</pre>
 *
 * <h2>Names</h2>
 *
 * <p>All operations lie right under a location, whatever they work on: a region, or a zone for zonal clusters. The
 * older form {@code projects/*}{@code /zones/*} means the same, {@code Container.project("p").zone("us-central1-a")},
 * and the service's own links to zonal operations have it. {@code v1} also has names for clusters and node pools in
 * both forms: {@code ClusterName} is a {@code LocationClusterName} or a {@code ZoneClusterName}. They are the same in
 * v1beta1. The service writes project numbers where requests had ids.
 *
 * <h2>Calls</h2>
 *
 * <p>get, list and cancel are documented for both forms; delete and wait are not. A list has neither pages nor filters;
 * location {@code -} lists all locations, and zones that did not respond are its {@code missingZones}.
 * {@code container.googleapis.com} serves every location; there are no regional hosts. Credentials need the scope
 * cloud-platform or container; container.read-only suffices to get and list.
 *
 * <h2>Cancel</h2>
 *
 * <p>{@code POST …/operations/{operation}:cancel} is documented, for which kinds of operations is not. The service
 * notes the request: the status becomes {@code ABORTING}, which {@code OperationInfo.cancelRequested} tells. The
 * operation then becomes {@code DONE}, by its definition "either cancelled or completed". Without an error neither is
 * claimed: the outcome is {@code ENDED}. Read the cluster to learn what was changed; a cancel takes nothing back.
 *
 * <h2>Quirks</h2>
 *
 * <p>Operations have no metadata and no response: what they tell are fields of
 * {@link dev.longrun.container.ContainerOperation}. {@code name} is the id alone; {@code selfLink} and
 * {@code targetLink} are URLs, in which the name begins at {@code projects/}. Conditions and {@code statusMessage} are
 * deprecated in favour of {@code error}, and still sent.
 *
 * <p>Source: the discovery documents of {@code container} v1 and v1beta1, and <a
 * href="https://cloud.google.com/kubernetes-engine/docs/reference/rest">the REST reference</a>.
 */
@NullMarked
package dev.longrun.container;

import org.jspecify.annotations.NullMarked;
