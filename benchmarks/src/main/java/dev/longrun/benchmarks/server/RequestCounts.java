// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.server;

import java.util.Arrays;

/**
 * The number of requests since the operations were created. Requests rejected by the rate limit also count as gets,
 * lists or cancels.
 */
public record RequestCounts(long gets, long lists, long cancels, long rejected) {

    public long requests() {
        return gets + lists + cancels;
    }

    static RequestCounts parse(String line) {
        long[] numbers =
                Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
        return new RequestCounts(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    String line() {
        return gets + " " + lists + " " + cancels + " " + rejected;
    }
}
