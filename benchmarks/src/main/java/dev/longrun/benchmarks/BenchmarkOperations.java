// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks;

import dev.longrun.filestore.v1.Filestore;
import dev.longrun.service.OperationName;
import java.util.List;
import java.util.stream.IntStream;

/** The operations that are measured. */
public final class BenchmarkOperations {
    private BenchmarkOperations() {}

    /** Operation {@code number} of one parent. */
    public static OperationName of(int number) {
        return of("us-central1", number);
    }

    public static OperationName of(String location, int number) {
        return Filestore.project("benchmark").location(location).operation(Integer.toString(number));
    }

    /** The first {@code count} operations of one parent. */
    public static List<OperationName> first(int count) {
        return IntStream.range(0, count).mapToObj(BenchmarkOperations::of).toList();
    }

    /** One operation in each of {@code count} parents, so that a list saves no gets. */
    public static List<OperationName> scattered(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> of("zone" + number, number))
                .toList();
    }

    /** What Filestore responds while the operation runs. */
    public static String running(OperationName name) {
        return """
                {
                  "name": "%s",
                  "metadata": {
                    "@type": "type.googleapis.com/google.cloud.common.OperationMetadata",
                    "createTime": "2026-11-01T10:00:00.123456789Z",
                    "target": "%s",
                    "verb": "create",
                    "cancelRequested": false,
                    "apiVersion": "v1"
                  },
                  "done": false
                }
                """.formatted(name.value(), name.value().replace("/operations/", "/instances/instance-"));
    }
}
