// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of an identifier in lower case, to be joined in another case format. */
record CaseFormat(List<String> words) {
    private static final Map<String, String> IRREGULAR = Map.of("corpora", "corpus", "series", "series");

    /** Of {@code dataStores}, {@code DataStores}, {@code data_stores} or {@code data stores}. */
    static CaseFormat of(String identifier) {
        return new CaseFormat(Stream.of(identifier.split("(?<=[a-z0-9])(?=[A-Z])|[_ ]"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList());
    }

    /** The same with the last word in the singular. */
    CaseFormat singular() {
        String last = words.get(words.size() - 1);
        return new CaseFormat(Stream.concat(words.stream().limit(words.size() - 1L), Stream.of(singular(last)))
                .toList());
    }

    private static String singular(String word) {
        if (IRREGULAR.containsKey(word)) {
            return IRREGULAR.get(word);
        }
        if (word.endsWith("ies")) {
            return cut(word, 3) + 'y';
        }
        if (word.matches(".*(x|ss|sh|ch)es")) {
            return cut(word, 2);
        }
        return word.endsWith("s") && !word.endsWith("ss") ? cut(word, 1) : word;
    }

    private static String cut(String word, int count) {
        return word.substring(0, word.length() - count);
    }

    /** {@code dataStore}. */
    String camel() {
        String type = type();
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    }

    /** {@code DataStore}. */
    String type() {
        return words.stream()
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** {@code data_store}. */
    String snake() {
        return String.join("_", words);
    }

    /** {@code data store}. */
    String prose() {
        return String.join(" ", words);
    }

    /** {@code a} or {@code an}, then {@link #prose}. */
    String withArticle() {
        return ("aeiou".indexOf(words.get(0).charAt(0)) >= 0 ? "an " : "a ") + prose();
    }
}
