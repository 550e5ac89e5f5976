// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.http.HttpMethod;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The methods of {@code google.longrunning.Operations}, each with the HTTP form that nearly all services give it. */
public enum OperationsMethod implements ApiMethod {
    GET(HttpMethod.GET, "", false),
    LIST(HttpMethod.GET, "", false),
    CANCEL(HttpMethod.POST, ":cancel", true),
    DELETE(HttpMethod.DELETE, "", false),
    WAIT(HttpMethod.POST, ":wait", true);

    private final HttpMethod method;
    private final String suffix;
    private final boolean body;

    OperationsMethod(HttpMethod method, String suffix, boolean body) {
        this.method = method;
        this.suffix = suffix;
        this.body = body;
    }

    HttpMethod method() {
        return method;
    }

    /** What follows the name in the path: {@code :cancel}. */
    String suffix() {
        return suffix;
    }

    boolean body() {
        return body;
    }

    /** Also the name in tables and commands. */
    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<OperationsMethod> ofLabel(String label) {
        return Arrays.stream(values()).filter(rpc -> rpc.label().equals(label)).findFirst();
    }
}
