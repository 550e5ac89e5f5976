// SPDX-License-Identifier: Apache-2.0
package dev.longrun.junit;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** The servers of one test or one class. JUnit closes them with the store of its context. Thread-safe. */
final class CloudScope {
    private static final Namespace NAMESPACE = Namespace.create(CloudScope.class);

    private final ExtensionContext context;
    private final Store store;
    private final Set<FakeCloud> begun;

    @SuppressWarnings("unchecked") // the key is used for this set only
    private CloudScope(ExtensionContext context) {
        this.context = context;
        this.store = context.getStore(NAMESPACE);
        this.begun = store.computeIfAbsent(
                "begun in " + context.getUniqueId(), absent -> ConcurrentHashMap.<FakeCloud>newKeySet(), Set.class);
    }

    static CloudScope of(ExtensionContext context) {
        return new CloudScope(context);
    }

    /** The scope of an instance's fields: the class, if all its tests share one instance. */
    static CloudScope ofInstance(ExtensionContext context) {
        ExtensionContext scope = context;
        if (context.getTestInstanceLifecycle().equals(Optional.of(Lifecycle.PER_CLASS))) {
            while (scope.getTestMethod().isPresent()) {
                scope = scope.getParent().orElseThrow();
            }
        }
        return of(scope);
    }

    /** That of this scope or of one around it, or else a new one of this scope. */
    FakeCloud cloud(CloudSettings settings) {
        return store.computeIfAbsent(settings, this::begin, FakeCloud.class);
    }

    /** Those that end with this scope. */
    Set<FakeCloud> begun() {
        return begun;
    }

    /** Those of this scope and of all around it. */
    Stream<FakeCloud> all() {
        return Stream.concat(
                context.getParent().stream().flatMap(parent -> of(parent).all()), begun.stream());
    }

    private FakeCloud begin(CloudSettings settings) {
        FakeCloud cloud = new FakeCloud(settings);
        begun.add(cloud);
        return cloud;
    }
}
