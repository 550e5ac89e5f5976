// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A form of names, such as {@code projects/*}{@code /locations/*}, which is also a step of longer forms. A step is a
 * collection with an id, or a single fixed segment such as {@code dataConnector}.
 */
record NameForm(String pattern) implements Comparable<NameForm> {
    private static final String ID = "*";

    /** The steps up to this form, in order. */
    List<NameForm> lineage() {
        List<NameForm> lineage = new ArrayList<>(parent().map(NameForm::lineage).orElse(List.of()));
        lineage.add(this);
        return lineage;
    }

    /** The form without the last step; empty for {@code projects/*}. */
    Optional<NameForm> parent() {
        String[] segments = pattern.split("/");
        int kept = segments.length - (hasId() ? 2 : 1);
        return kept <= 0
                ? Optional.empty()
                : Optional.of(new NameForm(String.join("/", List.of(segments).subList(0, kept))));
    }

    boolean hasId() {
        return pattern.endsWith('/' + ID);
    }

    /** The last segment that is not an id: {@code dataStores}. */
    String collection() {
        String name = hasId() ? pattern.substring(0, pattern.length() - 2) : pattern;
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The singular of the collection: {@code dataStore}, {@code dataConnector}. */
    CaseFormat label() {
        return hasId() ? CaseFormat.of(collection()).singular() : CaseFormat.of(collection());
    }

    /** The pattern with words for its wildcards: {@code projects/{project}/locations/{location}}. */
    String readable() {
        return lineage().stream().map(NameForm::lastStep).collect(Collectors.joining("/"));
    }

    /** {@code locations/{location}}. */
    String lastStep() {
        return hasId() ? collection() + "/{" + label().snake() + '}' : collection();
    }

    @Override
    public int compareTo(NameForm other) {
        return pattern.compareTo(other.pattern);
    }
}
