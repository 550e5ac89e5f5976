// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A form that names have, such as {@code projects/*}{@code /locations/*}, and with it a step on the way to longer ones.
 * A step is a collection with an id, or a single segment that stands for itself, such as {@code dataConnector}.
 */
record Form(String pattern) implements Comparable<Form> {
    private static final String ID = "*";

    /** The steps that lead to this form, itself last. */
    List<Form> lineage() {
        List<Form> lineage = new ArrayList<>(parent().map(Form::lineage).orElse(List.of()));
        lineage.add(this);
        return lineage;
    }

    /** The form that this one extends by a step; none for {@code projects/*}. */
    Optional<Form> parent() {
        String[] segments = pattern.split("/");
        int kept = segments.length - (hasId() ? 2 : 1);
        return kept <= 0
                ? Optional.empty()
                : Optional.of(new Form(String.join("/", List.of(segments).subList(0, kept))));
    }

    boolean hasId() {
        return pattern.endsWith('/' + ID);
    }

    /** The last segment that is no id: {@code dataStores}. */
    String collection() {
        String name = hasId() ? pattern.substring(0, pattern.length() - 2) : pattern;
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** What one of these is called: {@code dataStore}, {@code dataConnector}. */
    Words label() {
        return hasId() ? Words.of(collection()).singular() : Words.of(collection());
    }

    /** The pattern with words for its wildcards: {@code projects/{project}/locations/{location}}. */
    String readable() {
        return lineage().stream().map(Form::lastStep).collect(Collectors.joining("/"));
    }

    /** {@code locations/{location}}. */
    String lastStep() {
        return hasId() ? collection() + "/{" + label().snake() + '}' : collection();
    }

    @Override
    public int compareTo(Form other) {
        return pattern.compareTo(other.pattern);
    }
}
