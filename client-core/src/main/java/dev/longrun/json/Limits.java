// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;

/** What is read at most, and the one factory of parsers and generators, which enforces it. */
final class Limits {

    static final int DOCUMENT_BYTES = 16 << 20;
    static final int STRING_CHARS = 8 << 20;
    static final int NAME_BYTES = 4 << 10;
    static final int DEPTH = 64;

    /** Names are not interned: keys of labels and maps are the user's, and would stay for ever. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(STRING_CHARS)
                    .maxNameLength(NAME_BYTES)
                    .build())
            .build();

    static void checkString(JsonParser parser) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING) && parser.getTextLength() > STRING_CHARS) {
            throw new StreamConstraintsException(
                    "a string has " + parser.getTextLength() + " characters; at most " + STRING_CHARS + " are read",
                    parser.currentTokenLocation());
        }
    }

    private Limits() {}
}
