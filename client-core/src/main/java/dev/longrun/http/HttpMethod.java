// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

/** The methods that {@code google.api.http} bindings of long-running operations use. */
public enum HttpMethod {
    GET,
    POST,
    PATCH,
    DELETE;

    /** Whether a request of this method has a body, which may be empty: {@code Content-Length: 0}. */
    public boolean hasBody() {
        return this == POST || this == PATCH;
    }
}
