// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.name.InvalidNameException;
import dev.longrun.name.ResourceName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.OperationsMethod;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import java.util.function.Consumer;

/**
 * Reads whose operations to list: {@code //file.googleapis.com/projects/p/locations/l}, the URL of a list, or a bare
 * name with a service. {@code -} as the location means all of them, on services that offer it.
 */
public final class ParentParser {
    private final ServiceRegistry registry;
    private final NameDefaults naming;
    private final DefaultServiceResolver assumed;

    /** @param notes is told when a service had to be assumed */
    public ParentParser(ServiceRegistry registry, NameDefaults naming, Consumer<String> notes) {
        this.registry = registry;
        this.naming = naming;
        this.assumed = new DefaultServiceResolver(registry, naming, notes);
    }

    /** @throws InvalidNameException if it is none of these, or does not agree with the options */
    public OperationParent read(String text) {
        NameErrors.checkVersion(text);
        if (OperationNameParser.TELLS_SERVICE.matcher(text).matches()) {
            return full(text);
        }
        ResourceName name = ResourceName.parse(text);
        ServiceDefinition definition = naming.service().isPresent()
                ? documenting(naming.service().get(), name)
                : assumed.documenting(OperationsMethod.LIST, name, naming.version())
                        .orElseThrow(() -> NameErrors.withoutService(text));
        return OperationParent.of(definition, text);
    }

    /**
     * The parent that {@code --project} and {@code --location} make; without them, that of operations which have none.
     */
    public OperationParent ofOptions() {
        if (naming.project().isPresent() || naming.location().isPresent()) {
            return read(new NameCompleter(naming).parent());
        }
        String service = naming.service()
                .orElseThrow(() -> new InvalidNameException(
                        "a PARENT is missing, such as //file.googleapis.com/projects/P/locations/L;"
                                + " or give --service, --project and --location"));
        return OperationParent.none(inVersion(service));
    }

    private OperationParent full(String text) {
        if (naming.version().isPresent() || naming.service().isPresent()) {
            String service = naming.service()
                    .orElseGet(() -> registry.parent(text).service().name());
            return OperationParent.of(inVersion(service), text);
        }
        return registry.parent(text);
    }

    private ServiceDefinition documenting(String service, ResourceName name) {
        ServiceDefinition preferred = inVersion(service);
        return naming.version().isPresent()
                ? preferred
                : registry.versions(service).stream()
                        .filter(version ->
                                version.rule(OperationsMethod.LIST, name).isPresent())
                        .findFirst()
                        .orElse(preferred);
    }

    private ServiceDefinition inVersion(String service) {
        return naming.version()
                .map(version -> registry.service(service, version))
                .orElseGet(() -> registry.service(service));
    }
}
