// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.http.HttpMethod;
import dev.longrun.http.Origin;
import dev.longrun.service.ApiMethod;
import java.time.Duration;

/**
 * One finished attempt. Holds nothing secret: no header, no body.
 *
 * @param service the service's name, {@code file.googleapis.com}
 * @param rpc which of its methods: an {@link dev.longrun.service.Rpc}, or {@link dev.longrun.service.LocationsRpc#LIST}
 * @param subject the name of the operation, or of the parent or project that is listed
 * @param origin where the request went
 * @param method the HTTP method
 * @param path percent-encoded, without the query
 * @param attempt 1 for the first
 * @param httpStatus the answer's status, 0 where none came
 * @param problem what went wrong in a word or two, {@code UNAVAILABLE} or {@code no connection}; empty on success
 * @param elapsed how long the attempt took, token fetch included
 */
public record AttemptEvent(
        String service,
        ApiMethod rpc,
        String subject,
        Origin origin,
        HttpMethod method,
        String path,
        int attempt,
        int httpStatus,
        String problem,
        Duration elapsed) {}
