// SPDX-License-Identifier: Apache-2.0
/**
 * Longrun beside <a href="https://github.com/googleapis/google-api-java-client">google-api-client</a>: a generated
 * client starts the work, Longrun stops it and says what became of it.
 *
 * <pre>{@code
 * OkHttpClient http = new OkHttpClient();                                   // one pool, proxy and TLS set-up for everything
 * HttpTransport transport = GoogleHttpTransport.over(http);
 * var credentials = new HttpCredentialsAdapter(ServiceAccountCredentials.newBuilder()
 *         . …
 *         .setHttpTransportFactory(() -> transport)                         // token fetches too
 *         .build());
 * var filestore = new CloudFilestore.Builder(transport, GsonFactory.getDefaultInstance(), credentials)
 *         .setApplicationName("sweeper/1.2")
 *         .build();
 *
 * var adopted = new GoogleApiClientBridge(filestore, Filestore.definition());
 * try (OperationsClient operations = adopted.builder().build()) {
 *     Operation started = filestore.projects().locations().instances().create(parent, instance).execute();
 *     CancelOutcome outcome = operations.canceller().cancel(adopted.name(started));
 *     System.out.println(outcome.describe());
 * }
 * }</pre>
 *
 * <h2>A client that exists already</h2>
 *
 * <p>{@link dev.longrun.googleapiclient.GoogleApiClientBridge} takes over where it goes, who it is, and, if it was
 * built with a {@link dev.longrun.auth.GoogleHttpTransport}, its connections. The service has to be said, since a
 * generated client knows its URL but not its service. Credentials may come from an {@code HttpCredentialsAdapter}, from
 * google-oauth-client or from an initializer of the application; a 401 makes each of them refresh its token once.
 * Timeouts that an initializer sets are left behind: here a call has a deadline, see
 * {@link dev.longrun.call.CallOptions}.
 *
 * <h2>Errors</h2>
 *
 * <p>{@link dev.longrun.googleapiclient.GoogleJsonErrors} turns {@code GoogleJsonError} and
 * {@code GoogleJsonResponseException} into {@link dev.longrun.error.Status} and {@link dev.longrun.error.ApiException},
 * and back, so that an application handles one kind.
 *
 * <h2>Transport</h2>
 *
 * <p>{@link dev.longrun.auth.GoogleHttpTransport} stands in for {@code NetHttpTransport} in any generated client. The
 * core has it because it fetches tokens over the same code.
 *
 * <h2>What it leaves alone</h2>
 *
 * <p>Nothing that google-api-client deprecates or marks {@code @Beta} is used: no {@code GoogleCredential}, no mutual
 * TLS of its own, no notifications. Requests of the generated client go out as ever, without Longrun's retries. This
 * package depends on {@code dev.longrun.core} and knows no service.
 */
@NullMarked
package dev.longrun.googleapiclient;

import org.jspecify.annotations.NullMarked;
