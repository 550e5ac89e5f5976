// SPDX-License-Identifier: Apache-2.0
/**
 * Cloud SQL, {@code sqladmin.googleapis.com}, in v1 and v1beta4: names, documented bindings and fields of its
 * operations.
 *
 * <pre>{@code
 * var name = Sqladmin.project("acme").operation("b1c2d3");  // dev.longrun.sqladmin.v1
 * CancelOutcome outcome = client.canceller().cancel(name);
 *
 * SqladminOperation operation = SqladminOperation.of(client.operations().get(name));
 * operation.operationType();  // Optional[EXPORT]
 * operation.targetId();  // Optional[my-instance]
 * operation.exportContext().flatMap(ExportContext::uri);  // Optional[gs://bucket/file]
 * }</pre>
 *
 * <h2>Names</h2>
 *
 * <p>All operations lie right under a project, whatever they work on and in whatever region. {@code v1} also has names
 * for instances and what is in them, and for backups; they are the same in v1beta4.
 *
 * <h2>Calls</h2>
 *
 * <p>get, list and cancel are documented for every operation; delete and wait are not. The only filter of a list is
 * {@code instance=my-instance}. v1 has paths {@code /v1/…}, v1beta4 {@code /sql/v1beta4/…}.
 * {@code sqladmin.googleapis.com} serves every region. There are hosts in the regions too, such as
 * {@code sqladmin.us-central1.rep.googleapis.com}; names tell no region, so {@code regionalHosts} refuses them: to stay
 * in a region give its host to the client as its endpoint or in the URL of a name. Credentials need the scope
 * cloud-platform or sqlservice.admin.
 *
 * <h2>Cancel</h2>
 *
 * <p>{@code POST …/operations/{operation}/cancel}, with a slash, is documented for operations of instances; Google's
 * guides show it for imports and exports. How a cancelled operation ends is not documented, and nothing in it notes the
 * request. The outcome is {@code CANCELLED} only if an error code of the operation says so; an operation that ends with
 * another error is {@code FAILED_ANYWAY}, with the service's codes in the status, and without one
 * {@code COMPLETED_ANYWAY}. A stopped export can leave a part of its file in the bucket, a stopped import a part of its
 * rows in the database.
 *
 * <h2>Quirks</h2>
 *
 * <p>Operations have no metadata and no response: what they tell are fields of
 * {@link dev.longrun.sqladmin.SqladminOperation}. {@code name} is the id alone; {@code selfLink} and {@code targetLink}
 * are URLs, in which the name begins at {@code projects/}. Codes of errors are words, and there is no HTTP status with
 * them: the code of the status is {@code UNKNOWN}, and the words are its details. Options with passwords are left out
 * of the records; the JSON has them if the service sends them.
 *
 * <p>Source: the discovery documents of {@code sqladmin} v1 and v1beta4, and <a
 * href="https://cloud.google.com/sql/docs/mysql/admin-api/rest">the REST reference</a>.
 */
@NullMarked
package dev.longrun.sqladmin;

import org.jspecify.annotations.NullMarked;
