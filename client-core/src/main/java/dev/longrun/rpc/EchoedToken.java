// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.longrun.http.HttpResponse;
import dev.longrun.text.SafeCause;
import dev.longrun.text.SafeText;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The token of an attempt, to be taken out of what comes back: a server, a proxy or an interceptor may echo it. What is
 * read of a response never has it, so that nothing that is printed, thrown, logged or written later does.
 */
record EchoedToken(String token) {
    private static final int SHORTEST = 8;
    private static final String HIDDEN = "[hidden]";

    /** The credential of an {@code Authorization} header, without its scheme. */
    static EchoedToken of(Map<String, String> authorization) {
        String value = "";
        for (Map.Entry<String, String> header : authorization.entrySet()) {
            if (header.getKey().equalsIgnoreCase("Authorization")) {
                value = header.getValue().strip();
            }
        }
        return new EchoedToken(value.substring(value.lastIndexOf(' ') + 1));
    }

    /** The same response if it has no token. */
    HttpResponse removedFrom(HttpResponse response) {
        if (isNone()) {
            return response;
        }
        boolean inBody = indexOf(response.body(), token.getBytes(ISO_8859_1)) >= 0;
        boolean headersMatter = response.status() / 100 != 2;
        if (!inBody && !headersMatter) {
            return response;
        }
        byte[] body = inBody
                ? new String(response.body(), ISO_8859_1).replace(token, HIDDEN).getBytes(ISO_8859_1)
                : response.body();
        return new HttpResponse(response.status(), () -> removedFrom(response.headers()), body);
    }

    /** The same exception if no message of it, its causes and what it suppressed has the token. */
    Throwable removedFrom(IOException failure) {
        return isNone()
                ? failure
                : SafeCause.of(failure, message -> message.contains(token) ? SafeText.of(without(message)) : message);
    }

    private Map<String, String> removedFrom(Map<String, String> headers) {
        Map<String, String> clean = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> clean.put(name, without(value)));
        return clean;
    }

    private String without(String text) {
        return text.replace(token, HIDDEN);
    }

    /** A value that short is no credential, and would be found everywhere. */
    private boolean isNone() {
        return token.length() < SHORTEST;
    }

    private static int indexOf(byte[] body, byte[] wanted) {
        for (int start = 0; start <= body.length - wanted.length; start++) {
            int matched = 0;
            while (matched < wanted.length && body[start + matched] == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return start;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return "EchoedToken";
    }
}
