// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;

/** The limits of documents, enforced by the one factory of parsers and generators. */
final class Limits {

    static final int DOCUMENT_BYTES = 16 << 20;
    static final int STRING_CHARS = 8 << 20;
    static final int NAME_BYTES = 4 << 10;
    static final int DEPTH = 64;

    /** Names are not interned: keys of labels and maps would stay in memory. */
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
