// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.error.NotSentException;
import dev.longrun.service.OperationName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of a command line: those that can be asked about, and those that cannot. A name given twice is one.
 *
 * @param read with the text that each was given as, in the order of the line
 * @param refused by text
 */
public record NamesRead(Map<OperationName, String> read, Map<String, NotSentException> refused) {

    public NamesRead {
        read = Collections.unmodifiableMap(read);
        refused = Collections.unmodifiableMap(refused);
    }

    /** One that is refused keeps no other from being read. */
    public static NamesRead of(List<String> texts, NameReader reader) {
        Map<OperationName, String> read = new LinkedHashMap<>();
        Map<String, NotSentException> refused = new LinkedHashMap<>();
        for (String text : texts) {
            try {
                read.putIfAbsent(reader.read(text), text);
            } catch (NotSentException mistake) {
                refused.put(text, mistake);
            }
        }
        return new NamesRead(read, refused);
    }

    /** The relative names, as they are shown. */
    public List<String> shown() {
        return read.keySet().stream().map(OperationName::value).toList();
    }
}
