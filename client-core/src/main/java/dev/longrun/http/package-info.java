// SPDX-License-Identifier: Apache-2.0
/**
 * One request, one answer, over the wire: no retry, no redirect, no reading of what the body means.
 *
 * <p>Read {@link dev.longrun.http.HttpRequest}, {@link dev.longrun.http.HttpResponse},
 * {@link dev.longrun.http.Transport}, then {@link dev.longrun.http.OkHttpTransport}. This package knows neither
 * operations nor JSON nor credentials; who may send a credential where is decided above it, with
 * {@link dev.longrun.http.Origin} as the help.
 */
@NullMarked
package dev.longrun.http;

import org.jspecify.annotations.NullMarked;
