// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

/** HTML pages of proxies and front ends, sent where a client expects JSON. */
final class HtmlPage {

    /** 404 of the front end for an unknown path. */
    static FakeResponse notFound(String path) {
        return page(
                404, "Not Found", "The requested URL <code>" + escape(path) + "</code> was not found on this server.");
    }

    /** 502 of a proxy. */
    static FakeResponse badGateway() {
        return page(
                502, "Bad Gateway", "The server encountered a temporary error and could not complete your request.");
    }

    private static FakeResponse page(int status, String title, String text) {
        return FakeResponse.html(
                status,
                "<!DOCTYPE html>\n<html lang=\"en\">\n<title>Error %s (%s)</title>\n<p><b>%s.</b> %s\n</html>\n"
                        .formatted(status, title, status, text));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private HtmlPage() {}
}
