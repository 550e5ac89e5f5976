// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The heap that one watched operation takes beside its name, counted in a process of its own: 262 bytes until its first
 * read and 934 with its last snapshot, of which 530 are the JSON, when this was written. The rest is for the sizes of
 * objects in other JVMs.
 */
class WatchHeapTest {
    private static final int WAITING = 280;
    private static final int READ = 970;

    @Test
    void aWatchedOperationTakesLittleHeap() throws Exception {
        List<String> lines = MeasuringProcess.run(WatchHeap.class, "-XX:+UseSerialGC");

        assertThat(lines).last().isEqualTo("watched 20000");
        assertThat(bytes(lines.get(0), "waiting")).isLessThanOrEqualTo(WAITING);
        assertThat(bytes(lines.get(1), "read")).isLessThanOrEqualTo(READ);
    }

    private static int bytes(String line, String state) {
        assertThat(line).matches(state + " [0-9]+");
        return Integer.parseInt(line.substring(state.length() + 1));
    }
}
