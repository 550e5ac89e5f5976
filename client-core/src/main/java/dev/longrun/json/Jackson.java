// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;

/** Jackson with our limits. Apart from its users, so that it is loaded only for JSON that is not plain. */
final class Jackson {
    private static final int NAME_BYTES = 4 << 10;
    private static final int DEPTH = 64;

    /** Names are not interned: keys of labels and maps would stay in memory. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(Slice.STRING_CHARS)
                    .maxNameLength(NAME_BYTES)
                    .build())
            .build();

    private Jackson() {}
}
