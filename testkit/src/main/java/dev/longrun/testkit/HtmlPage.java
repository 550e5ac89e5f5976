// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

/** What stands in front of a service answers with: pages for people, where a client hopes for JSON. */
final class HtmlPage {

    /** The front end knows no service for this path. */
    static FakeResponse notFound(String path) {
        return page(
                404, "Not Found", "The requested URL <code>" + escape(path) + "</code> was not found on this server.");
    }

    /** A proxy got no sense out of the service. */
    static FakeResponse badGateway() {
        return page(
                502, "Bad Gateway", "The server encountered a temporary error and could not complete your request.");
    }

    private static FakeResponse page(int status, String title, String text) {
        return FakeResponse.html(
                status,
                "<!DOCTYPE html>\n<html lang=\"en\">\n<title>Error %d (%s)</title>\n<p><b>%d.</b> %s\n</html>\n"
                        .formatted(status, title, status, text));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private HtmlPage() {}
}
