// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks;

import dev.longrun.filestore.v1.Filestore;
import dev.longrun.service.OperationName;
import java.util.List;
import java.util.stream.IntStream;

/** The operations that are measured. */
public final class Names {
    private Names() {}

    /** Operation {@code number} of one parent. */
    public static OperationName of(int number) {
        return of("us-central1", number);
    }

    public static OperationName of(String location, int number) {
        return Filestore.project("benchmark").location(location).operation(Integer.toString(number));
    }

    /** The first {@code count} of one parent. */
    public static List<OperationName> first(int count) {
        return IntStream.range(0, count).mapToObj(Names::of).toList();
    }

    /** One in each of {@code count} parents, so that no list can stand for several gets. */
    public static List<OperationName> scattered(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> of("zone" + number, number))
                .toList();
    }
}
