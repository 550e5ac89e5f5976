// SPDX-License-Identifier: Apache-2.0
/**
 * Authentication: the headers that authorise a request.
 *
 * <p>Read {@link dev.longrun.auth.TokenSource}, which an application can implement. This package knows neither services
 * nor operations, nor which hosts may get credentials.
 */
@NullMarked
package dev.longrun.auth;

import org.jspecify.annotations.NullMarked;
