// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.server;

import java.util.Arrays;

/** What the server has been asked since its work began; those it refused for their rate are among the first three. */
public record Counts(long gets, long lists, long cancels, long refused) {

    public long requests() {
        return gets + lists + cancels;
    }

    static Counts parse(String line) {
        long[] numbers =
                Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
        return new Counts(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    String line() {
        return gets + " " + lists + " " + cancels + " " + refused;
    }
}
