// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.text.Durations;
import dev.longrun.text.SafeText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Reads {@code key=value}. The value may hold more equals signs. */
final class FilterParser {
    private static final String FORM = "a filter must look like key=value, the key one of ";
    private static final Map<String, Function<String, SweepFilter>> KEYS = keys();

    private FilterParser() {}

    private static Map<String, Function<String, SweepFilter>> keys() {
        Map<String, Function<String, SweepFilter>> keys = new LinkedHashMap<>();
        keys.put("older-than", value -> SweepFilter.olderThan(Durations.parse(value)));
        keys.put("verb", SweepFilter::verb);
        keys.put("target", SweepFilter::target);
        keys.put("type", SweepFilter::metadataType);
        keys.put("name", SweepFilter::name);
        keys.put("state", FilterParser::state);
        keys.put("cancel-requested", FilterParser::cancelRequested);
        keys.put("server", SweepFilter::onServer);
        return keys;
    }

    static SweepFilter parse(String text) {
        int equals = text.indexOf('=');
        var form = equals < 0 ? null : KEYS.get(text.substring(0, equals).strip());
        if (form == null) {
            throw new IllegalArgumentException(
                    FORM + String.join(", ", KEYS.keySet()) + "; got " + SafeText.quoted(text));
        }
        String value = text.substring(equals + 1).strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a filter needs a value after its first \"=\", such as verb=create or "
                    + "older-than=1h; got " + SafeText.quoted(text));
        }
        return form.apply(value);
    }

    private static SweepFilter state(String value) {
        if (value.equalsIgnoreCase("done")) {
            throw new IllegalArgumentException(
                    "state is what the service's metadata says of a running operation, such as PENDING; "
                            + "operations that are done are never swept; got " + SafeText.quoted(value));
        }
        return SweepFilter.state(value);
    }

    private static SweepFilter cancelRequested(String value) {
        return switch (value) {
            case "yes", "true" -> SweepFilter.cancelRequested(true);
            case "no", "false" -> SweepFilter.cancelRequested(false);
            default ->
                throw new IllegalArgumentException("cancel-requested must be yes or no; got " + SafeText.quoted(value));
        };
    }
}
