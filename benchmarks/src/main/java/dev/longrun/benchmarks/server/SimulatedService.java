// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.server;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Get, list and cancel of one set of {@link SimulatedOperations}, the same under every parent, with a rate limit.
 *
 * <p>Thread-safe.
 */
final class SimulatedService {
    private final AtomicLong gets = new AtomicLong();
    private final AtomicLong lists = new AtomicLong();
    private final AtomicLong cancels = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private volatile SimulatedOperations operations = SimulatedOperations.untilCancelled(0, 0, 0);
    private volatile TokenBucket bucket = TokenBucket.unlimited();
    private volatile int retryAfter;

    record Reply(int status, String headers, CharSequence body) {}

    /** Replaces the operations and resets the counts. */
    void begin(SimulatedOperations next) {
        operations = next;
        gets.set(0);
        lists.set(0);
        cancels.set(0);
        rejected.set(0);
    }

    /** @param hintSeconds of Retry-After; 0 for none */
    void limit(double perSecond, int hintSeconds) {
        bucket = perSecond == 0 ? TokenBucket.unlimited() : new TokenBucket(perSecond);
        retryAfter = hintSeconds;
    }

    RequestCounts counts() {
        return new RequestCounts(gets.get(), lists.get(), cancels.get(), rejected.get());
    }

    /** @param target as in the request line: path and query */
    Reply respond(boolean post, String target) {
        (post ? cancels : target.endsWith("/operations") || target.contains("?") ? lists : gets).incrementAndGet();
        if (!bucket.take()) {
            rejected.incrementAndGet();
            return new Reply(
                    429,
                    retryAfter == 0 ? "" : "Retry-After: " + retryAfter + "\r\n",
                    "{\"error\": {\"code\": 429, \"message\": \"Too fast.\", \"status\": \"RESOURCE_EXHAUSTED\"}}");
        }
        int parent = target.indexOf('/', 1) + 1;
        int collection = target.indexOf("/operations");
        CharSequence name = target.substring(parent, collection);
        int id = collection + "/operations/".length();
        if (post) {
            operations.cancel(Integer.parseInt(target, id, target.indexOf(':', id), 10));
            return new Reply(200, "", "{}");
        }
        return new Reply(
                200,
                "",
                id > target.length() || target.charAt(id - 1) != '/'
                        ? page(name, target)
                        : one(name, Integer.parseInt(target, id, target.length(), 10)));
    }

    private CharSequence one(CharSequence parent, int number) {
        StringBuilder json = new StringBuilder(600);
        operations.append(json, parent, number, System.currentTimeMillis());
        return json;
    }

    private CharSequence page(CharSequence parent, String target) {
        SimulatedOperations now = operations;
        int size = Math.min(500, parameter(target, "pageSize=", 100));
        int from = parameter(target, "pageToken=", 0);
        int to = Math.min(now.count(), from + size);
        StringBuilder json = new StringBuilder(600 * size).append("{\"operations\": [");
        long time = System.currentTimeMillis();
        for (int i = from; i < to; i++) {
            now.append(json.append(i == from ? "" : ", "), parent, i, time);
        }
        return json.append("], \"nextPageToken\": \"")
                .append(to < now.count() ? Integer.toString(to) : "")
                .append("\"}");
    }

    private static int parameter(String target, String name, int otherwise) {
        int at = target.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        int end = target.indexOf('&', at);
        return Integer.parseInt(target, at + name.length(), end < 0 ? target.length() : end, 10);
    }
}
