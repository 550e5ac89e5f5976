// SPDX-License-Identifier: Apache-2.0
package dev.longrun.junit;

import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * What an annotation asks for.
 *
 * @param services as the annotation names them; empty for all on the class path
 */
record CloudSettings(TestClock clock, List<String> services, boolean failOnLeaks) {
    static final CloudSettings DEFAULT = new CloudSettings(TestClock.VIRTUAL, List.of(), false);

    static CloudSettings of(FakeOperations annotation) {
        return new CloudSettings(annotation.time(), List.of(annotation.services()), annotation.failOnLeaks());
    }

    /** @throws ExtensionConfigurationException if a service is not on the class path */
    List<ServiceDefinition> definitions() {
        ServiceRegistry registry = ServiceRegistry.load();
        Collection<String> names = services.isEmpty()
                ? registry.services()
                : services.stream().map(name -> fullName(registry, name)).toList();
        return names.stream().flatMap(name -> registry.versions(name).stream()).toList();
    }

    private static String fullName(ServiceRegistry registry, String name) {
        try {
            return registry.service(name).name();
        } catch (IllegalArgumentException unknown) {
            throw new ExtensionConfigurationException(
                    "@FakeOperations(services = \"" + name + "\"): " + unknown.getMessage(), unknown);
        }
    }
}
