// SPDX-License-Identifier: Apache-2.0
/**
 * What can go wrong, said once for the whole library: {@link dev.longrun.error.Status} and its typed details as the
 * server sends them, and {@link dev.longrun.error.LongrunException}, sealed by how far the request got.
 *
 * <p>Read {@code Code}, {@code Status}, {@code LongrunException}, in this order. This package imports nothing of
 * Longrun; it knows neither JSON nor HTTP beyond the status numbers.
 */
@NullMarked
package dev.longrun.error;

import org.jspecify.annotations.NullMarked;
