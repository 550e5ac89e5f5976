// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.http.HttpRequest;

/**
 * What a request is about.
 *
 * @param name of an operation, or the parent of a list
 */
record Target(Kind kind, String name) {
    private static final String CANCEL = ":cancel";
    private static final String WAIT = ":wait";
    private static final String LIST = "/operations";

    enum Kind {
        CANCEL,
        GET,
        WAIT,
        LIST
    }

    static Target of(HttpRequest request) {
        String path = request.path().substring(request.path().indexOf('/', 1) + 1); // without the version
        if (path.endsWith(CANCEL)) {
            return new Target(Kind.CANCEL, path.substring(0, path.length() - CANCEL.length()));
        }
        if (path.endsWith(WAIT)) {
            return new Target(Kind.WAIT, path.substring(0, path.length() - WAIT.length()));
        }
        return path.endsWith(LIST)
                ? new Target(Kind.LIST, path.substring(0, path.length() - LIST.length()) + LIST)
                : new Target(Kind.GET, path);
    }
}
