// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

import dev.longrun.text.IllegalCharacter;
import dev.longrun.text.PercentEncoding;
import dev.longrun.text.SafeText;
import java.util.Optional;

/**
 * Rejects texts that are not relative resource names; the message has the rule, the text and, if it is clear, the
 * corrected text.
 */
final class ResourceNameValidator {
    private static final String LABEL = "resource name";
    private static final char REPLACEMENT = '\uFFFD';

    private ResourceNameValidator() {}

    static void check(String value) {
        if (isOrdinary(value)) {
            return;
        }
        if (value == null || value.isEmpty()) {
            throw new InvalidNameException(
                    LABEL + " is empty; expected one such as projects/p/locations/l/operations/o");
        }
        PasteArtifact.firstIn(value).ifPresent(artifact -> {
            String better = suggestion(value)
                    .map(name -> "; write " + SafeText.quoted(name))
                    .orElse("");
            throw new InvalidNameException(
                    LABEL + " must " + artifact.rule() + "; got " + SafeText.quoted(value) + better);
        });
        problem(value).ifPresent(message -> {
            throw new InvalidNameException(message);
        });
    }

    static void checkSegment(String label, String segment) {
        if (segment.isEmpty() || segment.indexOf('/') >= 0) {
            throw new InvalidNameException(
                    label + " must be one segment, not empty and without /; got " + SafeText.quoted(segment));
        }
    }

    /** Fast path: nearly all names are plain ASCII. */
    private static boolean isOrdinary(String value) {
        if (value == null || !NamePattern.ANYTHING.matches(value)) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!PercentEncoding.isUnreserved(c) && c != '/' && c != ':') {
                return false;
            }
        }
        return !NameRepair.beginsWithHost(value) && !NameRepair.beginsWithVersion(value);
    }

    private static Optional<String> problem(String value) {
        Optional<String> character =
                IllegalCharacter.in(value).map(c -> c.message(LABEL, value)).or(() -> replacement(value));
        boolean dots = !NamePattern.ANYTHING.matches(value);
        return character.isPresent() || !dots
                ? character
                : Optional.of(LABEL + " must not have . or .. for a segment; got " + SafeText.quoted(value));
    }

    /** A decoder writes U+FFFD for invalid bytes; the original name is lost. */
    private static Optional<String> replacement(String value) {
        int at = value.indexOf(REPLACEMENT);
        return at < 0
                ? Optional.empty()
                : Optional.of(
                        "%s must not contain U+FFFD, which stands for text that was decoded wrongly; got %s: at character %s"
                                .formatted(LABEL, SafeText.quoted(value), at + 1));
    }

    /** The text without its artefacts, if that is a name. */
    static Optional<String> suggestion(String value) {
        String repaired = PasteArtifact.repairAll(value);
        boolean good = !repaired.isEmpty()
                && PasteArtifact.firstIn(repaired).isEmpty()
                && problem(repaired).isEmpty();
        return good ? Optional.of(repaired) : Optional.empty();
    }
}
