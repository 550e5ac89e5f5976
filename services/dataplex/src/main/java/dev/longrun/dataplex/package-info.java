// SPDX-License-Identifier: Apache-2.0
/**
 * Dataplex, {@code dataplex.googleapis.com}, in v1: names, documented bindings and metadata of its operations.
 *
 * <pre>{@code
 * var name = Dataplex.project("acme").location("us-central1").operation("operation-17");  // dev.longrun.dataplex.v1
 * CancelOutcome outcome = client.canceller().cancel(name);
 *
 * OperationParent all = Dataplex.organization("123").location("global").operations();  // to list them
 * }</pre>
 *
 * <h2>Names</h2>
 *
 * <p>Operations lie right under a location, of a project or, for an organization's encryption, of an organization. The
 * other steps are resources: lakes with zones, assets and tasks, data scans, glossaries, entry groups and the rest. A
 * resource that can lie in several places has an interface over its forms: {@code ActionName} is a
 * {@code LakeActionName}, a {@code ZoneActionName} or an {@code AssetActionName}.
 *
 * <h2>Calls</h2>
 *
 * <p>get, list, cancel and delete are documented for every operation, wait for none. {@code dataplex.googleapis.com}
 * serves every region. There are hosts in the regions too, such as {@code dataplex.us-central1.rep.googleapis.com}, for
 * clients with {@code regionalHosts}. Credentials need the scope cloud-platform or dataplex.read-write.
 *
 * <h2>Cancel</h2>
 *
 * <p>The service tries to stop what it is at, and does not promise to. It notes the request as
 * {@code requestedCancellation}, see {@link dev.longrun.dataplex.OperationMetadata}. What became of it shows in the
 * operation alone: error code 1 if it was stopped.
 *
 * <h2>Quirks</h2>
 *
 * <p>One type of metadata serves all 49 methods that start an operation; {@code verb} and {@code target} tell them
 * apart.
 */
@NullMarked
package dev.longrun.dataplex;

import org.jspecify.annotations.NullMarked;
