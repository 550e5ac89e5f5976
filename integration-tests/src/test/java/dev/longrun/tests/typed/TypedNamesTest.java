// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.binding.BoundPath;
import dev.longrun.binding.HttpRule;
import dev.longrun.name.InvalidNameException;
import dev.longrun.name.NamePattern;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("services")
class TypedNamesTest {
    private final TypedService service;
    private final ServiceDefinition definition;
    private final Steps steps;

    TypedNamesTest(TypedService service) {
        this.service = service;
        this.definition = service.definition();
        this.steps = new Steps(service);
    }

    static List<TypedService> services() {
        return TypedService.all();
    }

    @Test
    void theCountsAreThoseOfTheDocumentation() {
        assertThat(documented(ApiMethod.GET)).hasSize(service.readable());
        assertThat(documented(ApiMethod.CANCEL)).hasSize(service.cancellable());
    }

    @ParameterizedTest
    @EnumSource(
            value = ApiMethod.class,
            names = {"LIST", "LIST_LOCATIONS"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyDocumentedOperationCanBeNamed(ApiMethod rpc) {
        Set<String> named = steps.operations().stream()
                .filter(name -> definition.documents(rpc, name.resource()))
                .map(name -> steps.pattern(rpc, name.value()))
                .collect(Collectors.toSet());

        assertThat(named).isEqualTo(documented(rpc));
    }

    @Test
    void everyParentThatCanBeListedIsOfferedAndNoOther() {
        Set<String> named = steps.parents().stream()
                .map(parent -> steps.pattern(ApiMethod.LIST, parent.value()))
                .collect(Collectors.toSet());
        Set<String> documented = documented(ApiMethod.LIST).stream()
                .filter(pattern -> !pattern.endsWith("/operations/*"))
                .collect(Collectors.toSet());

        assertThat(named).isEqualTo(documented);
    }

    @Test
    void namesKnowWhetherTheirCancelIsDocumented() {
        for (OperationName name : steps.operations()) {
            boolean documented = documented(ApiMethod.CANCEL).stream()
                    .anyMatch(pattern -> pattern.equals(steps.pattern(ApiMethod.GET, name.value())));

            assertThat(name.isCancelDocumented()).as(name.value()).isEqualTo(documented);
        }
    }

    @Test
    void everyCallOnAnOperationGoesToItsDocumentedPath() {
        for (OperationName name : steps.operations()) {
            for (ApiMethod rpc : EnumSet.complementOf(EnumSet.of(ApiMethod.LIST))) {
                if (definition.documents(rpc, name.resource())) {
                    BoundPath route = definition.path(rpc, name.value());
                    assertThat(route.documented()).isTrue();
                    assertThat(route.rule().method() + " " + route.path()).isEqualTo(request(rpc, service.path(name)));
                }
            }
        }
    }

    private String request(ApiMethod rpc, String path) {
        return switch (rpc) {
            case GET, LIST, LIST_LOCATIONS -> "GET " + path;
            case CANCEL -> "POST " + service.form().cancels(path).get(0);
            case WAIT -> "POST " + path + service.form().await();
            case DELETE -> "DELETE " + path;
        };
    }

    @Test
    void everyListGoesToItsDocumentedPath() {
        for (OperationParent parent : steps.parents()) {
            assertThat(definition.path(ApiMethod.LIST, parent.value()).path())
                    .isEqualTo(service.form().list(service.path(parent)));
        }
    }

    @Test
    void everyOperationIsReadBackAsWhatItIs() {
        for (OperationName name : steps.operations()) {
            String url = "https://" + definition.defaultHost() + service.path(name);

            assertThat(List.of(name.value(), name.fullName(), url))
                    .allSatisfy(text -> assertThat(service.parseOperation(text))
                            .isEqualTo(name)
                            .hasSameClassAs(name));
        }
    }

    @Test
    void everyStepIsReadBackAsWhatItIs() {
        for (Object step : steps.all()) {
            assertThat(Calls.invoke(step.getClass(), "parse", step.toString())).isEqualTo(step);
        }
    }

    @Test
    void everySharedTypeReadsBackEachOfItsForms() {
        for (Object step : steps.all()) {
            for (Class<?> type : step.getClass().getInterfaces()) {
                assertThat(Calls.invoke(type, "parse", step.toString())).isEqualTo(step);
            }
        }
    }

    @Test
    void theIdIsTheLastSegmentAndWhatStandsForItselfHasNone() {
        for (Object step : steps.all()) {
            String last = step.toString().substring(step.toString().lastIndexOf('/') + 1);
            if (last.startsWith("some-")) {
                assertThat(Calls.invoke(step, "id")).isEqualTo(last);
            } else {
                assertThatThrownBy(() -> Calls.invoke(step, "id")).hasMessageContaining("has no id");
            }
        }
    }

    @Test
    void everyStepLeadsBackToWhereItCameFrom() {
        for (Object step : steps.all()) {
            if (steps.before(step) instanceof Class<?>) {
                assertThatThrownBy(() -> Calls.invoke(step, "parent")).hasMessageContaining("has no parent");
            } else {
                assertThat(Calls.invoke(step, "parent")).isEqualTo(steps.before(step));
            }
        }
    }

    @Test
    void everyFormOfASharedTypeIsToldApart() {
        for (Object step : steps.all()) {
            if (step.getClass().getInterfaces().length > 0) {
                assertThat(Calls.fold(step)).containsOnlyOnce(step).hasSizeGreaterThan(1);
            }
        }
    }

    @Test
    void everyStepRefusesTheNamesOfOthersAndSaysWhatItTakes() {
        for (Object step : steps.all()) {
            assertThatThrownBy(() -> Calls.invoke(step.getClass(), "parse", "things/t"))
                    .isInstanceOf(InvalidNameException.class)
                    .hasMessageStartingWith(definition.label())
                    .hasMessageContaining("must look like")
                    .hasMessageContaining("got \"things/t\"");
        }
    }

    /** Where the protos have any, only those that they have are typed. */
    private Set<String> documented(ApiMethod rpc) {
        Set<String> ofProtos = operations(rule -> rule.source() != HttpRule.Source.DISCOVERY);
        Set<String> typed = ofProtos.isEmpty() ? operations(rule -> true) : ofProtos;
        return definition.patterns(rpc).stream()
                .filter(pattern -> typed.contains(operation(rpc, pattern)))
                .map(NamePattern::toString)
                .collect(Collectors.toSet());
    }

    private Set<String> operations(Predicate<HttpRule> wanted) {
        return Stream.of(ApiMethod.values())
                .flatMap(each -> definition.rules(each).stream()
                        .filter(wanted)
                        .flatMap(rule -> rule.pattern().stream())
                        .map(pattern -> operation(each, pattern)))
                .collect(Collectors.toSet());
    }

    /** The operations that a pattern is for. */
    private static String operation(ApiMethod rpc, NamePattern pattern) {
        return rpc == ApiMethod.LIST ? pattern + "/operations/*" : pattern.toString();
    }
}
