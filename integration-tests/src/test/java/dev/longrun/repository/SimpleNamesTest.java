// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One simple name is one type over all modules, so that a reader of a stack trace or of an import is not misled. */
class SimpleNamesTest {
    /** Nested types that are read with the type around them, as in {@code CancelOutcome.Kind}. */
    private static final Set<String> QUALIFIED = Set.of("Builder", "Kind", "State", "Violation");

    /** This number may only fall; the target is 0. */
    private static final int SHARED = 1;

    @Test
    void simpleNamesAreUnique() {
        Map<String, List<Path>> shared = shared();
        assertThat(shared.size())
                .as("simple names of several types; rename all but one%n%s", text(shared))
                .isLessThanOrEqualTo(SHARED);
    }

    /** The services' own packages are left out: each has its {@code InstanceName}. */
    private static Map<String, List<Path>> shared() {
        List<Path> sources = Repository.mainSources().stream()
                .filter(path -> !path.startsWith("services"))
                .toList();
        Map<String, List<Path>> byName = DeclaredType.in(sources).stream()
                .collect(groupingBy(DeclaredType::name, TreeMap::new, mapping(DeclaredType::path, toList())));
        byName.values().removeIf(paths -> paths.size() == 1);
        byName.keySet().removeAll(QUALIFIED);
        return byName;
    }

    private static String text(Map<String, List<Path>> shared) {
        return shared.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    public static void main(String[] arguments) {
        System.out.println(text(shared()));
    }
}
