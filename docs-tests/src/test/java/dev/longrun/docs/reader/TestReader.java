// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs.reader;

import java.time.Duration;
import java.util.List;

/** A test with a fake server, for which a name is text. */
public abstract class TestReader extends GuideReader {
    protected String name;
    protected List<String> order;

    protected static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }
}
