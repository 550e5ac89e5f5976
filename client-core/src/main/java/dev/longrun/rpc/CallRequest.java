// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.binding.BoundPath;
import dev.longrun.call.CallEvent;
import dev.longrun.http.HttpMethod;
import dev.longrun.http.Origin;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.ServiceDefinition;

/**
 * The request of one call, without headers, credentials and deadlines.
 *
 * @param service the service that is called
 * @param rpc its method
 * @param subject the unencoded name of the operation, parent or project, for messages and the routing header
 * @param origin the server
 * @param route the binding and the path
 * @param query the encoded query, or empty
 * @param body JSON, or empty
 */
public record CallRequest(
        ServiceDefinition service,
        ApiMethod rpc,
        String subject,
        Origin origin,
        BoundPath route,
        String query,
        String body) {

    public HttpMethod method() {
        return route.rule().method();
    }

    /** Percent-encoded. */
    public String path() {
        return route.path();
    }

    Priority priority() {
        return Priority.of(rpc);
    }

    /** {@code file v1 cancel projects/p/locations/l/operations/o}, the beginning of messages. */
    public String describe() {
        return service.label() + " " + rpc.label() + " " + (subject.isEmpty() ? "operations" : subject);
    }

    /** The start of this call, for listeners. */
    CallEvent event() {
        return CallEvent.start(service.name(), rpc.label(), subject, origin, method(), path())
                .withPathTemplate(route.rule().template().toString());
    }

    /** Kinds of calls that services limit separately, the most urgent first. */
    enum Priority {
        /** Cancels and deletes. */
        CHANGE(0),
        /** Gets and waits. */
        READ(1),
        /** Lists of operations and of locations. */
        LIST(2);

        static final int COUNT = values().length;

        /** From 0, the most urgent. */
        final int rank;

        Priority(int rank) {
            this.rank = rank;
        }

        private static Priority of(ApiMethod method) {
            return switch (method) {
                case CANCEL, DELETE -> CHANGE;
                case GET, WAIT -> READ;
                case LIST, LIST_LOCATIONS -> LIST;
            };
        }
    }
}
