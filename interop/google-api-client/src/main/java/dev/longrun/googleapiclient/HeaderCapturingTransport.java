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

/** A transport that sends nothing: the first request gets the given status as its response, each further one 200. */
final class HeaderCapturingTransport extends HttpTransport {
    private static final Set<String> CREDENTIALS = Set.of("authorization", "x-goog-user-project");

    private final Map<String, List<String>> credentials = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int nextStatus;

    HeaderCapturingTransport(int firstStatus) {
        this.nextStatus = firstStatus;
    }

    /** The credential headers of the latest request. */
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
            int status = nextStatus;
            nextStatus = 200;
            return new EmptyLowLevelResponse(status);
        }
    }
}
