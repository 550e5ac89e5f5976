// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import dev.longrun.text.SafeText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a report is about. Its texts are redacted and escaped.
 *
 * @param kind the command that asked, such as {@code sweep}; of a report that was made afterwards it is not known
 * @param commands the command lines that asked, in order
 * @param notes what else was noted, such as a reason, by its name
 * @param journals the files that the report was made of; empty for a report of a run
 * @param version of this command
 * @param from the first moment that is known, in milliseconds of the Unix epoch; zero for none
 * @param to the last one
 * @param isInterrupted whether the run was ended before its end
 */
record ReportHeader(
        String kind,
        List<String> commands,
        Map<String, String> notes,
        List<String> journals,
        String version,
        long from,
        long to,
        boolean isInterrupted) {

    ReportHeader {
        commands = commands.stream().map(SafeText::of).toList();
        journals = journals.stream().map(SafeText::of).toList();
        Map<String, String> safe = new TreeMap<>();
        notes.forEach((name, text) -> safe.put(SafeText.of(name), SafeText.of(text)));
        notes = safe;
    }
}
