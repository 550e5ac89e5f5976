// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.service.OperationName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of a command line. An operation that is named twice, also in two versions, is one.
 *
 * @param names in the order of the command line
 * @param rejected the texts that are no names, with the reason
 */
public record ParsedNames(Set<OperationName> names, Map<String, RuntimeException> rejected) {

    public ParsedNames {
        names = Collections.unmodifiableSet(names);
        rejected = Collections.unmodifiableMap(rejected);
    }

    public static ParsedNames of(List<String> texts, OperationNameParser parser) {
        Set<OperationName> names = new LinkedHashSet<>();
        Map<String, RuntimeException> rejected = new LinkedHashMap<>();
        for (String text : texts) {
            try {
                names.add(parser.parse(text));
            } catch (IllegalArgumentException mistake) {
                rejected.put(text, mistake);
            }
        }
        return new ParsedNames(names, rejected);
    }
}
