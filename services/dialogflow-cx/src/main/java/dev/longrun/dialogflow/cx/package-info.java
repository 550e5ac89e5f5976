// SPDX-License-Identifier: Apache-2.0
/**
 * Dialogflow CX, {@code dialogflow.googleapis.com}, in v3 and v3beta1: names, documented bindings and metadata of its
 * operations.
 *
 * <pre>{@code
 * var name = DialogflowCx.project("acme").location("europe-west1").operation("17");  // dev.longrun.dialogflow.cx.v3beta1
 * CancelOutcome outcome = client.canceller().cancel(name);  // europe-west1-dialogflow.googleapis.com
 * }</pre>
 *
 * <h2>Names</h2>
 *
 * <p>Operations lie right under a location or right under a project, whatever they work on. {@code v3beta1} also has
 * names for agents and all that is in them, for metadata that names them; they are the same in v3. The versions v2 of
 * Dialogflow ES belong to the same host, but not here.
 *
 * <h2>Calls</h2>
 *
 * <p>get, list and cancel are documented for both forms; delete and wait are not, so that finished operations leave by
 * themselves. An operation must be asked for at the host of its location,
 * {@code europe-west1-dialogflow.googleapis.com}, which the name tells; at another host the service answers 400 and
 * {@code INVALID_ARGUMENT}. {@code global} and names without a location go to {@code dialogflow.googleapis.com}.
 * Credentials need the scope cloud-platform or dialogflow.
 *
 * <h2>Cancel</h2>
 *
 * <p>The service tries to stop what it is at, and does not promise to. No metadata notes the request: what became of it
 * shows in the operation alone, error code 1 if it was stopped.
 *
 * <h2>Quirks</h2>
 *
 * <p>Ten methods, exports and trainings among them, have a {@link dev.longrun.dialogflow.cx.Struct} for metadata, which
 * is an object without fixed fields. The metadata of seven others has no field at all and tells only what is going on.
 * Test results come as errors inside the metadata of operations that succeed.
 */
@NullMarked
package dev.longrun.dialogflow.cx;

import org.jspecify.annotations.NullMarked;
