// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.binding.BoundPath;
import dev.longrun.name.InvalidNameException;
import dev.longrun.name.ResourceName;
import dev.longrun.text.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The version of a service that a name goes to where neither the name nor the caller tells one: the first that
 * documents the name, else the first that documents anything about its collection. A name that no version documents is
 * not sent to a version by guess, unless the service has only one.
 *
 * @param versions at least one, the preferred one first
 */
record VersionChoice(List<ServiceDefinition> versions) {

    /** @throws InvalidNameException if no version documents such names, and there are several */
    ServiceDefinition ofOperation(ResourceName name) {
        return first(version -> version.documents(ApiMethod.GET, name))
                .or(() -> first(version -> isCollection(version, name)))
                .orElseGet(() -> only(name));
    }

    /** @param parent without the collection; {@code ""} for operations without a parent */
    ServiceDefinition ofParent(String parent) {
        ResourceName operation = ResourceName.parse(parent.isEmpty() ? "operations/-" : parent + "/operations/-");
        return first(version -> lists(version, parent))
                .or(() -> first(version ->
                        version.documentedPath(ApiMethod.LIST, parent).isPresent()))
                .or(() -> first(version -> isCollection(version, operation)))
                .orElseGet(() -> onlyOrRefused(operation.value()));
    }

    private static boolean isCollection(ServiceDefinition version, ResourceName name) {
        return Stream.of(ApiMethod.GET, ApiMethod.CANCEL, ApiMethod.DELETE, ApiMethod.WAIT)
                        .anyMatch(rpc -> version.documents(rpc, name))
                || lists(version, OperationName.parentOf(name.value()));
    }

    /** Some lists take any parent, in the query; that tells nothing of the parent. */
    private static boolean lists(ServiceDefinition version, String parent) {
        return version.documentedPath(ApiMethod.LIST, parent)
                .map(BoundPath::query)
                .filter(String::isEmpty)
                .isPresent();
    }

    private Optional<ServiceDefinition> first(Predicate<ServiceDefinition> wanted) {
        return versions.stream().filter(wanted).findFirst();
    }

    private ServiceDefinition only(ResourceName name) {
        OperationNameValidator.check(versions.get(0), name);
        return onlyOrRefused(name.value());
    }

    private ServiceDefinition onlyOrRefused(String name) {
        if (versions.size() == 1) {
            return versions.get(0);
        }
        throw new InvalidNameException(("%s: no version documents names like %s; give one of %s,"
                        + " by --api-version or ServiceRegistry.withVersion")
                .formatted(
                        versions.get(0).name(),
                        SafeText.quoted(name),
                        versions.stream().map(ServiceDefinition::version).toList()));
    }
}
