// SPDX-License-Identifier: Apache-2.0
/**
 * Longrun beside <a href="https://github.com/googleapis/sdk-platform-java">gax</a>: a Cloud client library starts
 * operations, Longrun cancels them and returns their outcomes.
 *
 * <pre>{@code
 * GaxBridge bridge = GaxBridge.of(settings, Filestore.definition());
 * try (var filestore = CloudFilestoreManagerClient.create(settings);
 *         OperationsClient operations = bridge.builder().build()) {
 *     OperationFuture<Empty, OperationMetadata> deletion = filestore.deleteInstanceAsync(instance);
 *
 *     CancelOutcome outcome = operations.canceller().cancel(bridge.name(deletion));
 *
 *     System.out.println(outcome.describe());
 * }
 * }</pre>
 *
 * <p>Then {@code deletion.get()} throws gax's {@code CancelledException}. Its own {@code deletion.cancel(true)} would
 * stop waiting only, and send nothing.
 *
 * <ul>
 *   <li>{@link dev.longrun.gax.GaxBridge}: names of operations; a client with the credentials, headers and endpoint of
 *       gax's settings.
 *   <li>{@link dev.longrun.gax.GaxErrors}: gax's {@code ApiException} as Longrun's, and back.
 *   <li>{@link dev.longrun.gax.ProtoReader}: metadata and responses as protobuf messages.
 * </ul>
 *
 * <h2>Limits</h2>
 *
 * <p>Requests of Longrun go over REST, whether the Cloud client library uses gRPC or REST, and over connections of
 * their own. The version of gax is that of the application; gax 2.76.0 is tested. gax has no module name, so this is an
 * automatic module, {@code dev.longrun.gax}. This package depends on {@code dev.longrun.core} and on no service.
 */
@NullMarked
package dev.longrun.gax;

import org.jspecify.annotations.NullMarked;
