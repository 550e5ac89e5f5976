// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.http.HttpRequest;

/**
 * What a request is about.
 *
 * @param name of an operation, or the parent of a list
 */
record Target(Kind kind, String name) {
    private static final String VERSION = "/v1/";
    private static final String CANCEL = ":cancel";
    private static final String LIST = "/operations";

    enum Kind {
        CANCEL,
        GET,
        LIST
    }

    static Target of(HttpRequest request) {
        String path = request.path().substring(VERSION.length());
        if (path.endsWith(CANCEL)) {
            return new Target(Kind.CANCEL, path.substring(0, path.length() - CANCEL.length()));
        }
        return path.endsWith(LIST)
                ? new Target(Kind.LIST, path.substring(0, path.length() - LIST.length()) + LIST)
                : new Target(Kind.GET, path);
    }
}
