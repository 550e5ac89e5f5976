// SPDX-License-Identifier: Apache-2.0
/**
 * Filestore, {@code file.googleapis.com}, in v1 and v1beta1: names, documented bindings and metadata of its operations.
 *
 * <pre>{@code
 * var name = Filestore.project("acme").location("us-central1-a").operation("operation-17");   // dev.longrun.filestore.v1
 * CancelOutcome outcome = client.canceller().cancel(name);
 *
 * FilestoreMetadata.of(client.operations().get(name))  // Optional<FilestoreMetadata>
 *         .map(metadata -> metadata instanceof OperationMetadata m ? m.target() : Optional.empty());
 * }</pre>
 *
 * <h2>Names</h2>
 *
 * <p>All operations lie right under a location: {@code projects/{project}/locations/{location}/operations/{operation}},
 * whatever they work on. The location is that of the instance: a region, or a zone for the tiers that have one. Each of
 * the two versions has a package of its own. {@code v1} also has names for backups, instances and snapshots; metadata
 * holds them as {@code target}, and {@code InstanceName.parse} gives them their type. Resources have the same names in
 * both versions.
 *
 * <h2>Calls</h2>
 *
 * <p>get, list, cancel and delete are documented for every operation, wait for none. Location {@code -} lists all
 * locations. {@code file.googleapis.com} serves every region and zone. There are hosts in the regions too, such as
 * {@code file.us-central1.rep.googleapis.com}, for clients with {@code regionalHosts}. Delete makes the service forget
 * a finished operation and stops nothing.
 *
 * <h2>Cancel</h2>
 *
 * <p>The service tries to stop what it is at, and does not promise to. It notes the request at once as
 * {@code cancelRequested}, which {@link dev.longrun.filestore.OperationMetadata#cancelRequested} and
 * {@code OperationInfo} tell. What became of it shows in the operation alone: error code 1 if it was stopped. Deletes
 * end with an empty response.
 *
 * <h2>Quirks</h2>
 *
 * <p>Metadata is {@code google.cloud.common.OperationMetadata}, in no version's package. {@code done} is left out or
 * sent as false while an operation runs.
 */
@NullMarked
package dev.longrun.filestore;

import org.jspecify.annotations.NullMarked;
