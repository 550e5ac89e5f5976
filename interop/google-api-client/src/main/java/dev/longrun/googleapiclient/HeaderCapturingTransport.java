// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleapiclient;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A transport that sends nothing: it answers the first request with a given status and each further one with 200. */
final class HeaderCapturingTransport extends HttpTransport {
    private static final Set<String> CREDENTIALS = Set.of("authorization", "x-goog-user-project");

    private final Map<String, List<String>> credentials = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int nextAnswer;

    HeaderCapturingTransport(int firstAnswer) {
        this.nextAnswer = firstAnswer;
    }

    /** What the latest request would have carried. */
    Map<String, List<String>> credentials() {
        return credentials;
    }

    @Override
    protected LowLevelHttpRequest buildRequest(String method, String url) {
        credentials.clear();
        return new Request();
    }

    private final class Request extends LowLevelHttpRequest {
        @Override
        public void addHeader(String name, String value) {
            if (CREDENTIALS.contains(name.toLowerCase(Locale.ROOT))) {
                credentials.put(name, List.of(value));
            }
        }

        @Override
        public LowLevelHttpResponse execute() {
            int status = nextAnswer;
            nextAnswer = 200;
            return new EmptyLowLevelResponse(status);
        }
    }
}
