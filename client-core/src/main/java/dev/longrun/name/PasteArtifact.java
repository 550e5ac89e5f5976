// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A copy-paste artefact in a name: the rule that it breaks and the repair. A text has the artefact if the repair
 * changes it.
 */
enum PasteArtifact {
    SURROUNDED("not begin or end with white space or quotes", TextNormalizer::withoutSurroundings),
    URL("be a name, not a URL", NameRepair::nameInUrl),
    SERVICE("be relative, without the service in front", NameRepair::withoutService),
    WIDE("not hold full-width characters", TextNormalizer::withoutWide),
    INVISIBLE("not hold invisible characters or odd spaces", TextNormalizer::withoutInvisible),
    LEADING_SLASH("not begin with a slash", NameRepair::withoutLeadingSlash),
    VERSION("not begin with a version", NameRepair::withoutVersion),
    TRAILING_SLASH("not end with a slash", TextNormalizer::withoutTrailingSlashes),
    EMPTY_SEGMENT("not have empty segments", value -> value.replaceAll("/{2,}", "/"));

    private final String rule;
    private final UnaryOperator<String> repair;

    PasteArtifact(String rule, UnaryOperator<String> repair) {
        this.rule = rule;
        this.repair = repair;
    }

    String rule() {
        return rule;
    }

    static Optional<PasteArtifact> firstIn(String value) {
        return Arrays.stream(values())
                .filter(artifact -> !artifact.repair.apply(value).equals(value))
                .findFirst();
    }

    static String repairAll(String value) {
        String repaired = value;
        for (PasteArtifact artifact : values()) {
            repaired = artifact.repair.apply(repaired);
        }
        return repaired;
    }
}
