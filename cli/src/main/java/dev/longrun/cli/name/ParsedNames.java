// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.name.InvalidNameException;
import dev.longrun.service.OperationName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of a command line: those that can be asked about, and those that cannot. A name given twice is one.
 *
 * @param read in the order of the line
 * @param refused by text
 */
public record ParsedNames(Set<OperationName> read, Map<String, InvalidNameException> refused) {

    public ParsedNames {
        read = Collections.unmodifiableSet(read);
        refused = Collections.unmodifiableMap(refused);
    }

    /** One that is refused keeps no other from being read. */
    public static ParsedNames of(List<String> texts, OperationNameParser reader) {
        Set<OperationName> read = new LinkedHashSet<>();
        Map<String, InvalidNameException> refused = new LinkedHashMap<>();
        for (String text : texts) {
            try {
                read.add(reader.read(text));
            } catch (InvalidNameException mistake) {
                refused.put(text, mistake);
            }
        }
        return new ParsedNames(read, refused);
    }

    /** The relative names, as they are shown. */
    public List<String> shown() {
        return read.stream().map(OperationName::value).toList();
    }
}
