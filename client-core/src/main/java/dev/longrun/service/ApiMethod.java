// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.http.HttpMethod;
import java.util.Locale;
import java.util.Optional;

/**
 * The methods of a service that Longrun calls: those of {@code google.longrunning.Operations}, and one of
 * {@code google.cloud.location.Locations}. Each has the HTTP form that nearly all services give it.
 */
public enum ApiMethod {
    GET(HttpMethod.GET, "", false),
    LIST(HttpMethod.GET, "/operations", false),
    CANCEL(HttpMethod.POST, ":cancel", true),
    DELETE(HttpMethod.DELETE, "", false),
    WAIT(HttpMethod.POST, ":wait", true),
    /** Lists the locations of a project. Services have it or not; their definitions do not say. */
    LIST_LOCATIONS(HttpMethod.GET, "/locations", false);

    private final HttpMethod method;
    private final String suffix;
    private final boolean body;

    ApiMethod(HttpMethod method, String suffix, boolean body) {
        this.method = method;
        this.suffix = suffix;
        this.body = body;
    }

    HttpMethod method() {
        return method;
    }

    /** What follows the name of the operation, parent or project in the path: {@code :cancel}. */
    String suffix() {
        return suffix;
    }

    boolean body() {
        return body;
    }

    /** The name in messages, tables and commands: {@code cancel}, {@code locations}. */
    public String label() {
        return this == LIST_LOCATIONS ? "locations" : name().toLowerCase(Locale.ROOT);
    }

    /** The method with this name in a table; empty for the list of locations, which no table has. */
    static Optional<ApiMethod> ofLabel(String label) {
        for (ApiMethod rpc : values()) {
            if (rpc != LIST_LOCATIONS && rpc.label().equals(label)) {
                return Optional.of(rpc);
            }
        }
        return Optional.empty();
    }
}
