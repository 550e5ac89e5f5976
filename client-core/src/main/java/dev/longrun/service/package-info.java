// SPDX-License-Identifier: Apache-2.0
/**
 * The services with long-running operations, the patterns of their names, and the requests on them.
 *
 * <pre>{@code
 * ServiceRegistry registry = ServiceRegistry.load();
 * OperationName name = registry.operation("//file.googleapis.com/projects/acme/locations/us-central1/operations/operation-17");
 * boolean documented = name.isCancelDocumented();
 * }</pre>
 *
 * <p>Read {@link dev.longrun.service.OperationName} first, then {@link dev.longrun.service.ServiceDefinition};
 * {@link dev.longrun.service.ServiceTable} is the form in which services are written down. The chain
 * {@code OperationName → HttpRule → BoundPath} is pure: nothing here does I/O but reading tables.
 *
 * <p>This package must not know any service by name, nor credentials, nor responses.
 */
@NullMarked
package dev.longrun.service;

import org.jspecify.annotations.NullMarked;
