// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class names of the name forms of one version. A form is named after its type, {@code InstanceName}. Forms of the
 * same type are told apart by the steps before them, {@code CollectionDataStoreName} and {@code LocationDataStoreName},
 * and the type becomes an interface over them.
 */
final class ClassNames {
    private static final String SUFFIX = "Name";
    private static final String ROOT = "Root";

    private final Map<String, NameTable.ResourceType> types;
    private final Map<String, List<NameForm>> byType;

    /** @param types the type by pattern, from the table; the type of other forms is made from their last collection */
    ClassNames(Collection<NameForm> forms, Map<String, NameTable.ResourceType> types) {
        this.types = types;
        this.byType =
                forms.stream().sorted().collect(Collectors.groupingBy(this::type, TreeMap::new, Collectors.toList()));
    }

    /** {@code DataStore}. */
    String type(NameForm form) {
        NameTable.ResourceType type = types.get(form.pattern());
        return type == null ? form.label().type() : type.called();
    }

    /** Types that several forms share. */
    List<String> shared() {
        return byType.keySet().stream().filter(type -> forms(type).size() > 1).toList();
    }

    List<NameForm> forms(String type) {
        return byType.getOrDefault(type, List.of());
    }

    boolean isShared(NameForm form) {
        return forms(type(form)).size() > 1;
    }

    /** {@code CollectionDataStoreName}. */
    String of(NameForm form) {
        return qualifier(form) + type(form) + SUFFIX;
    }

    /** {@code DataStoreName}, for a type with several forms. */
    String ofShared(String type) {
        return type + SUFFIX;
    }

    /** {@code Collection}; empty if the type has one form only. */
    String qualifier(NameForm form) {
        List<List<String>> rivals = forms(type(form)).stream()
                .filter(other -> !other.equals(form))
                .map(ClassNames::before)
                .toList();
        if (rivals.isEmpty()) {
            return "";
        }
        List<String> before = before(form);
        for (int count = 1; count < before.size(); count++) {
            List<String> last = last(before, count);
            int length = count;
            if (rivals.stream().noneMatch(rival -> last(rival, length).equals(last))) {
                return joined(last, type(form));
            }
        }
        return joined(before, type(form));
    }

    private static List<String> before(NameForm form) {
        List<NameForm> steps = form.parent().map(NameForm::lineage).orElse(List.of());
        return Stream.concat(
                        Stream.of(ROOT), steps.stream().map(step -> step.label().type()))
                .toList();
    }

    private static List<String> last(List<String> steps, int count) {
        return steps.subList(Math.max(0, steps.size() - count), steps.size());
    }

    /** {@code AgentSession} before {@code SessionEntityType} is {@code Agent}. */
    private static String joined(List<String> steps, String type) {
        int last = steps.size() - 1;
        return String.join("", last >= 0 && type.startsWith(steps.get(last)) ? steps.subList(0, last) : steps);
    }
}
