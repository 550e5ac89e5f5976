// SPDX-License-Identifier: Apache-2.0
/**
 * The transport over OkHttp: its timeouts, its limit on the size of a body, and what aborts a request.
 *
 * <p>Read {@link dev.longrun.okhttp.OkHttpTransport}. This package is not exported: applications give the builder an
 * {@code OkHttpClient}, or a {@link dev.longrun.http.Transport} of their own.
 */
@NullMarked
package dev.longrun.okhttp;

import org.jspecify.annotations.NullMarked;
