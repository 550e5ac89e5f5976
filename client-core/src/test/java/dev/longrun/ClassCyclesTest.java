// SPDX-License-Identifier: Apache-2.0
package dev.longrun;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Classes that need each other are read together, so that there may be few of them. A nested class counts with the
 * class around it.
 */
class ClassCyclesTest {
    private static final int LARGEST = 4;

    @Test
    void noCycleOfClassesIsLarge() {
        assertThat(cycles())
                .as("cycles of more than %d classes; let one of them know less", LARGEST)
                .filteredOn(cycle -> cycle.size() > LARGEST)
                .isEmpty();
    }

    private static List<Set<String>> cycles() {
        Map<String, Set<String>> graph = new TreeMap<>();
        for (JavaClass type : Core.CLASSES) {
            if (!Core.isLayered(type)) {
                continue;
            }
            Set<String> uses = graph.computeIfAbsent(outermost(type), name -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                if (Core.isLayered(dependency.getTargetClass())) {
                    uses.add(outermost(dependency.getTargetClass()));
                }
            }
        }
        return new Components(graph)
                .found.stream()
                        .filter(cycle -> cycle.size() > 1)
                        .sorted(Comparator.comparing(cycle -> -cycle.size()))
                        .collect(Collectors.toList());
    }

    private static String outermost(JavaClass type) {
        return type.getBaseComponentType().getName().replaceFirst("\\$.*", "");
    }

    public static void main(String[] arguments) {
        cycles().forEach(cycle -> System.out.println(cycle.size() + " " + cycle));
    }

    /** Tarjan's strongly connected components. */
    private static final class Components {
        private final Map<String, Set<String>> graph;
        private final Map<String, Integer> index = new HashMap<>();
        private final Map<String, Integer> low = new HashMap<>();
        private final Deque<String> stack = new ArrayDeque<>();
        private final List<Set<String>> found = new ArrayList<>();

        Components(Map<String, Set<String>> graph) {
            this.graph = graph;
            graph.keySet().stream().filter(node -> !index.containsKey(node)).forEach(this::visit);
        }

        private void visit(String node) {
            index.put(node, index.size());
            low.put(node, index.get(node));
            stack.push(node);
            for (String next : graph.getOrDefault(node, Set.of())) {
                if (!index.containsKey(next)) {
                    visit(next);
                    low.merge(node, low.get(next), Math::min);
                } else if (stack.contains(next)) {
                    low.merge(node, index.get(next), Math::min);
                }
            }
            if (low.get(node).equals(index.get(node))) {
                Set<String> component = new TreeSet<>();
                do {
                    component.add(stack.peek());
                } while (!stack.pop().equals(node));
                found.add(component);
            }
        }
    }
}
