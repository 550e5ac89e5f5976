// SPDX-License-Identifier: Apache-2.0
/**
 * Longrun beside <a href="https://github.com/googleapis/google-api-java-client">google-api-client</a>: a generated
 * client starts operations, Longrun cancels them and returns their outcomes.
 *
 * <pre>{@code
 * var bridge = new GoogleApiClientBridge(dataplex, Dataplex.definition());
 * try (OperationsClient operations = bridge.builder().build()) {
 *     GoogleLongrunningOperation deletion =
 *             dataplex.projects().locations().lakes().delete(lakeName).execute();
 *
 *     CancelOutcome outcome = operations.canceller().cancel(bridge.name(deletion));
 *
 *     System.out.println(outcome.describe());
 * }
 * }</pre>
 *
 * <h2>Existing clients</h2>
 *
 * <p>{@link dev.longrun.googleapiclient.GoogleApiClientBridge} takes over endpoint, credentials and, if the client was
 * built with a transport of the bridge, its connections. The service is a parameter, because a generated client has a
 * URL but no service definition. Credentials may come from an {@code HttpCredentialsAdapter}, from google-oauth-client
 * or from an initializer of the application; a 401 makes each of them refresh its token once. Timeouts of an
 * initializer are ignored: a call of Longrun has a deadline, see {@link dev.longrun.call.CallOptions}.
 *
 * <h2>One transport for both</h2>
 *
 * <p>{@link dev.longrun.googleapiclient.GoogleApiClientBridge#transport} replaces {@code NetHttpTransport} in any
 * generated client, and in the fetches of its tokens. The core fetches tokens with the same kind.
 *
 * <pre>{@code
 * HttpTransport transport = GoogleApiClientBridge.transport(new OkHttpClient());   // one pool, proxy and TLS set-up
 * var dataplex = new CloudDataplex.Builder(transport, GsonFactory.getDefaultInstance(), initializer)
 *         .setApplicationName("sweeper/1.2")
 *         .build();
 * }</pre>
 *
 * <h2>Errors</h2>
 *
 * <p>{@link dev.longrun.googleapiclient.GoogleJsonErrors} turns {@code GoogleJsonError} and
 * {@code GoogleJsonResponseException} into {@link dev.longrun.error.Status} and {@link dev.longrun.error.ApiException},
 * and back, so that an application handles one kind of error.
 *
 * <h2>Limits</h2>
 *
 * <p>Nothing that google-api-client deprecates or marks {@code @Beta} is used: no {@code GoogleCredential}, no mutual
 * TLS of its own, no notifications. Requests of the generated client are sent without the retries of Longrun. This
 * package depends on {@code dev.longrun.core} and on no service.
 */
@NullMarked
package dev.longrun.googleapiclient;

import org.jspecify.annotations.NullMarked;
