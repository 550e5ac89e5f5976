// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.binding.BoundPath;
import dev.longrun.http.HttpMethod;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.Origin;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import java.util.Map;

/** The requests that most tests make, and the answers they get. */
final class Calls {
    static final ServiceDefinition FILE = ServiceTable.parse("file", """
                    service  file.googleapis.com
                    versions v1
                    scopes   cloud-platform
                    names
                      projects/*/locations/*/operations/*  get list cancel delete
                    """).definition("file.googleapis.com", "v1");
    static final Origin ORIGIN = Origin.https("file.googleapis.com");
    static final String PARENT = "projects/p/locations/us-central1";
    static final String NAME = PARENT + "/operations/o";

    private Calls() {}

    static CallRequest get() {
        return of(ApiMethod.GET, NAME);
    }

    static CallRequest of(ApiMethod rpc, String subject) {
        return new CallRequest(
                FILE, rpc, subject, ORIGIN, BoundPath.plain(HttpMethod.GET, "v1", subject, "", false), "", "");
    }

    static HttpResponse answer(int status, String body) {
        return answer(status, Map.of(), body);
    }

    static HttpResponse answer(int status, Map<String, String> headers, String body) {
        return new HttpResponse(status, headers, body.getBytes(UTF_8));
    }

    static String error(int http, String status, String message) {
        return "{\"error\":{\"code\":" + http + ",\"message\":\"" + message + "\",\"status\":\"" + status + "\"}}";
    }
}
