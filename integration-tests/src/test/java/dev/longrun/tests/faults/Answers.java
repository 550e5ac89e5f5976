// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.faults;

/** The JSON of a healthy server, and of one that is busy. */
final class Answers {
    static final String PARENT = "projects/p/locations/us-central1";
    static final String BUSY = "{\"error\":{\"code\":503,\"status\":\"UNAVAILABLE\",\"message\":\"busy\"}}";

    private Answers() {}

    /**
     * @param method of the request
     * @param path of the request, with its query
     * @param last whether no further request of the same call is wanted
     */
    static String to(String method, String path, boolean last) {
        String resource = path.replaceFirst("\\?.*", "").substring("/v1/".length());
        if (method.equals("DELETE") || resource.endsWith(":cancel")) {
            return "{}";
        } else if (resource.endsWith("/operations")) {
            return "{\"operations\":[" + operation(PARENT + "/operations/o", last) + "]"
                    + (last ? "" : ",\"nextPageToken\":\"2\"") + "}";
        }
        return operation(resource.replaceFirst(":wait$", ""), last);
    }

    private static String operation(String name, boolean done) {
        return "{\"name\":\"" + name + "\""
                + (done ? ",\"done\":true,\"error\":{\"code\":1,\"message\":\"stopped\"}" : "") + "}";
    }
}
