// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.name.ResourceName;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import java.util.function.Consumer;

/**
 * Parses the parent whose operations are listed: {@code //file.googleapis.com/projects/p/locations/l}, the URL of a
 * list, or a bare name with a service. {@code -} as the location means all locations, on services that offer it.
 */
public final class ParentParser {
    private final ServiceRegistry registry;
    private final NameDefaults defaults;
    private final DefaultServiceResolver resolver;

    /** @param notes receives a line for each service that had to be chosen */
    public ParentParser(ServiceRegistry registry, NameDefaults defaults, Consumer<String> notes) {
        this.registry = registry;
        this.defaults = defaults;
        this.resolver = new DefaultServiceResolver(registry, defaults, notes);
    }

    /** @throws IllegalArgumentException if the text has none of these forms, or contradicts the options */
    public OperationParent parse(String text) {
        NameErrors.checkVersion(text);
        if (OperationNameParser.WITH_SERVICE.matcher(text).matches()) {
            return full(text);
        }
        ResourceName name = ResourceName.parse(text);
        ServiceDefinition definition = defaults.service().isPresent()
                ? documenting(defaults.service().get(), name)
                : resolver.documenting(ApiMethod.LIST, name, defaults.version())
                        .orElseThrow(() -> NameErrors.withoutService(text));
        return OperationParent.of(definition, text);
    }

    /** The parent of {@code --project} and {@code --location}; without them, that of operations without a parent. */
    public OperationParent ofOptions() {
        if (defaults.project().isPresent() || defaults.location().isPresent()) {
            return parse(new NameCompleter(registry, defaults).parent());
        }
        String service = defaults.service()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a PARENT is missing, such as //file.googleapis.com/projects/P/locations/L;"
                                + " or give --service, --project and --location"));
        return OperationParent.none(inVersion(service));
    }

    private OperationParent full(String text) {
        if (defaults.version().isPresent() || defaults.service().isPresent()) {
            String service = defaults.service()
                    .orElseGet(() -> registry.parent(text).service().name());
            return OperationParent.of(inVersion(service), text);
        }
        return registry.parent(text);
    }

    private ServiceDefinition documenting(String service, ResourceName name) {
        ServiceDefinition preferred = inVersion(service);
        return defaults.version().isPresent()
                ? preferred
                : registry.versions(service).stream()
                        .filter(version -> version.documents(ApiMethod.LIST, name))
                        .findFirst()
                        .orElse(preferred);
    }

    private ServiceDefinition inVersion(String service) {
        return defaults.version()
                .map(version -> registry.service(service, version))
                .orElseGet(() -> registry.service(service));
    }
}
