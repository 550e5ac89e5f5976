// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

/** The class that the steps of one version share. */
final class StepTemplate {
    private StepTemplate() {}

    /** The source from doc comment to closing brace. */
    static String of(String entry) {
        return """
                /** Code shared by the names of this version. */
                final class Step {
                    private Step() {}

                    static void check(String type, NamePattern pattern, ResourceName name) {
                        if (!pattern.matches(name.value())) {
                            throw mismatch(type, name.value(), pattern);
                        }
                    }

                    static InvalidNameException mismatch(String type, String name, NamePattern... patterns) {
                        String label = %1$s.definition().label() + ' ' + type + ": name";
                        return NamePattern.nearest(List.of(patterns), name)
                                .map(pattern -> new InvalidNameException(pattern.refusal(label, name)))
                                .orElseThrow();
                    }

                    static ResourceName above(ResourceName name) {
                        return new ResourceName(name.value().substring(0, name.value().lastIndexOf('/')));
                    }

                    static ResourceName below(ResourceName name, String segment) {
                        return new ResourceName(name.value() + '/' + segment);
                    }

                    static OperationName operation(ResourceName parent, String operation) {
                        return OperationName.of(%1$s.definition(), parent.child("operations", operation));
                    }
                }
                """.formatted(entry);
    }
}
