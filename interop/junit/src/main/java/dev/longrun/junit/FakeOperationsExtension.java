// SPDX-License-Identifier: Apache-2.0
package dev.longrun.junit;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The extension behind {@link FakeOperations}, which registers it. Registered without the annotation, it gives
 * parameters with default settings. Thread-safe: all state is in the stores of JUnit.
 */
public final class FakeOperationsExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(FakeOperationsExtension.class);

    /** For JUnit. */
    public FakeOperationsExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        new FieldInjector(CloudScope.of(context)).setStatic(context.getRequiredTestClass());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        store(context).put(RequestCounts.class, RequestCounts.of(CloudScope.of(context)));
        FieldInjector fields = new FieldInjector(CloudScope.ofInstance(context));
        context.getRequiredTestInstances().getAllInstances().forEach(fields::setInstance);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        CloudScope scope = CloudScope.of(context);
        TestReport report = new TestReport(context);
        if (context.getExecutionException().isPresent()) {
            RequestCounts before =
                    store(context).getOrDefault(RequestCounts.class, RequestCounts.class, RequestCounts.NONE);
            report.requests(scope.all(), before.byCloud());
        }
        report.leaks(scope.begun());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        new TestReport(context).leaks(CloudScope.of(context).begun());
    }

    /** Of the test also where a constructor has parameters, unless all tests share the instance. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    /** Also a parameter of a wrong type, if it has the annotation itself: its error says which types are right. */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(FakeOperations.class)
                || CloudPart.of(parameter.getParameter().getType()).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        CloudPart part =
                CloudPart.of(type).orElseThrow(() -> new ParameterResolutionException(CloudPart.unsupported(type)));
        CloudSettings settings = parameter
                .findAnnotation(FakeOperations.class)
                .map(CloudSettings::of)
                .orElseGet(() -> SettingsFinder.nearest(parameter.getDeclaringExecutable(), context));
        part.problem(settings).ifPresent(text -> {
            throw new ParameterResolutionException(text);
        });
        return part.in(CloudScope.of(context).cloud(settings));
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    /** How many requests each server had received when a test began. */
    private record RequestCounts(Map<FakeCloud, Long> byCloud) {
        static final RequestCounts NONE = new RequestCounts(Map.of());

        static RequestCounts of(CloudScope scope) {
            return new RequestCounts(scope.all()
                    .collect(toMap(cloud -> cloud, cloud -> cloud.server().requestCount())));
        }
    }
}
