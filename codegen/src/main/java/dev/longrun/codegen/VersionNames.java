// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import dev.longrun.binding.HttpRule;
import dev.longrun.binding.HttpRule.Source;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.ServiceDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The name forms of one version of a service, and the documented methods of each. */
final class VersionNames {
    private static final String OPERATION = "/operations/*";

    private final NameTable table;
    private final ServiceDefinition service;
    private final SortedSet<NameForm> forms = new TreeSet<>();
    private final ClassNames classNames;
    private final boolean hasProtos;

    VersionNames(NameTable table, ServiceDefinition service) {
        this.table = table;
        this.service = service;
        this.hasProtos = Arrays.stream(ApiMethod.values())
                .flatMap(rpc -> service.rules(rpc).stream())
                .anyMatch(VersionNames::isOfProtos);
        Stream<String> resources =
                table.versions().contains(service.version()) ? table.types().keySet().stream() : Stream.of();
        Stream.concat(resources, operationParents()).forEach(pattern -> forms.addAll(new NameForm(pattern).lineage()));
        this.classNames = new ClassNames(forms, table.types());
    }

    /** A list whose pattern ends in an operation is an error of the documentation and is left out. */
    private Stream<String> operationParents() {
        Stream<String> operations = Arrays.stream(ApiMethod.values())
                .filter(rpc -> rpc != ApiMethod.LIST)
                .flatMap(this::patterns);
        Stream<String> lists = patterns(ApiMethod.LIST).filter(pattern -> !pattern.endsWith(OPERATION));
        return Stream.concat(operations.map(VersionNames::parent), lists);
    }

    /**
     * Those of the protos, which define the resources too; what only the discovery documents have is not typed, unless
     * the whole version is in them alone.
     */
    private Stream<String> patterns(ApiMethod rpc) {
        return service.rules(rpc).stream()
                .filter(rule -> isOfProtos(rule) || !hasProtos)
                .flatMap(rule -> rule.pattern().stream())
                .map(Object::toString);
    }

    private static boolean isOfProtos(HttpRule rule) {
        return rule.source() != Source.DISCOVERY;
    }

    private static String parent(String operation) {
        if (!operation.endsWith(OPERATION)) {
            throw new IllegalArgumentException("an operation's pattern must end in /operations/*; got " + operation);
        }
        return operation.substring(0, operation.length() - OPERATION.length());
    }

    NameTable table() {
        return table;
    }

    ServiceDefinition service() {
        return service;
    }

    ClassNames classNames() {
        return classNames;
    }

    /** All forms, parents before children. */
    SortedSet<NameForm> forms() {
        return forms;
    }

    /** The forms that names can begin with. */
    List<NameForm> roots() {
        return forms.stream().filter(form -> form.parent().isEmpty()).toList();
    }

    /** The forms that extend this one by a step. */
    List<NameForm> children(NameForm form) {
        return forms.stream()
                .filter(child -> child.parent().filter(form::equals).isPresent())
                .toList();
    }

    /** The documented methods of {@code form/operations/*}; for a list, of the form itself. */
    List<ApiMethod> documented(NameForm form) {
        List<ApiMethod> typed = Arrays.stream(ApiMethod.values())
                .filter(rpc -> patterns(rpc).anyMatch(pattern(rpc, form)::equals))
                .toList();
        return typed.isEmpty()
                ? typed
                : Arrays.stream(ApiMethod.values())
                        .filter(rpc -> isDocumented(rpc, form))
                        .toList();
    }

    private boolean isDocumented(ApiMethod rpc, NameForm form) {
        return service.patterns(rpc).stream().anyMatch(p -> p.toString().equals(pattern(rpc, form)));
    }

    private static String pattern(ApiMethod rpc, NameForm form) {
        return rpc == ApiMethod.LIST ? form.pattern() : form.pattern() + OPERATION;
    }
}
