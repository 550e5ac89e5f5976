// SPDX-License-Identifier: Apache-2.0
/**
 * Compute Engine, {@code compute.googleapis.com}, in v1, beta and alpha: names, documented bindings and fields of its
 * operations.
 *
 * <pre>{@code
 * var name = Compute.project("acme").zone("us-central1-a").operation("operation-17");  // dev.longrun.compute.v1
 * client.watcher().await(name, Duration.ofMinutes(10));  // there is no cancel
 *
 * ComputeOperation operation = ComputeOperation.of(client.operations().get(name));
 * operation.operationType();  // Optional[insert]
 * operation.targetLink();  // Optional[https://www.googleapis.com/compute/v1/projects/acme/zones/…/instances/vm]
 * operation.warnings().stream().flatMap(warning -> warning.message().stream());
 * }</pre>
 *
 * <h2>Names</h2>
 *
 * <p>Operations lie where the resource lies that they work on: {@code Compute.project("p").zone("z")},
 * {@code .region("r")} or {@code .global()}; those of an organization are below {@code Compute.locations().global()}.
 * v1 and alpha also have folders and organizations. {@code v1} has names for some of the resources that operations
 * make, from {@code InstanceName} to {@code VpnTunnelName}; they are the same in beta and alpha. What can lie in
 * several places has an interface over its forms: {@code DiskName} is a {@code ZoneDiskName} or a
 * {@code RegionDiskName}.
 *
 * <h2>Calls</h2>
 *
 * <p>get and list are documented for every form, delete for all but folders and organizations. A list of
 * {@code Compute.project("p")} has the operations of all its zones and regions and the global ones. wait is documented
 * for projects; it takes no timeout and answers after two minutes at the latest, with the operation, done or not.
 * Delete makes the service forget a finished operation and stops nothing. {@code compute.googleapis.com} serves every
 * region and zone. There are hosts in the regions too, such as {@code compute.us-central1.rep.googleapis.com}, for
 * clients with {@code regionalHosts}. Credentials need the scope cloud-platform or compute; compute.readonly suffices
 * for all but delete.
 *
 * <h2>Cancel</h2>
 *
 * <p>There is none: an operation runs to its end. The outcome of a cancel is {@code UNSUPPORTED}, and nothing is sent.
 * To undo the work, wait for the end and delete the resource in {@code targetLink}, as {@code gcloud compute instances
 * delete} does; {@code gcloud compute operations describe} shows how far it is.
 *
 * <h2>Quirks</h2>
 *
 * <p>Operations have no metadata and no response: what they tell are fields of
 * {@link dev.longrun.compute.ComputeOperation}. {@code name} is the id alone, and get takes the number in {@code id}
 * too; links are URLs, with {@code www.googleapis.com} for their host, in which the name begins at {@code projects/}.
 * Errors are a list of words with messages beside an HTTP status; the code of the status follows from the latter.
 *
 * <p>Source: the discovery documents of {@code compute} v1, beta and alpha, and <a
 * href="https://cloud.google.com/compute/docs/reference/rest/v1">the REST reference</a>.
 */
@NullMarked
package dev.longrun.compute;

import org.jspecify.annotations.NullMarked;
