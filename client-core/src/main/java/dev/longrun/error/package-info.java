// SPDX-License-Identifier: Apache-2.0
/**
 * Errors: {@link dev.longrun.error.LongrunException} and its classes, {@link dev.longrun.error.Status} as servers send
 * it, and the canonical {@link dev.longrun.error.Code}s.
 *
 * <pre>{@code
 * try {
 *     client.operations().cancel(name);
 * } catch (ApiException rejected) {
 *     System.err.println(rejected.status().describe());
 * } catch (LongrunException failed) {
 *     System.err.println(failed.mayHaveTakenEffect() ? "read the operation" : "nothing was sent");
 * }
 * }</pre>
 *
 * <p>Read {@code LongrunException}, {@code Code}, {@code Status}. This package imports nothing of Longrun and knows
 * neither JSON nor HTTP, except the status numbers.
 */
@NullMarked
package dev.longrun.error;

import org.jspecify.annotations.NullMarked;
