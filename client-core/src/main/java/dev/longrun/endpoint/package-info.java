// SPDX-License-Identifier: Apache-2.0
/**
 * Which server a request goes to: settings of the client, environment variables, the universe, the host of a location.
 *
 * <p>Read {@link dev.longrun.endpoint.Endpoints}. Pure functions: nothing here does I/O. This package is exported only
 * to the bridge to google-api-client.
 */
@NullMarked
package dev.longrun.endpoint;

import org.jspecify.annotations.NullMarked;
