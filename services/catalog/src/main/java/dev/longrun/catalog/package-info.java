// SPDX-License-Identifier: Apache-2.0
/**
 * Every Google API with operations over HTTP, as data, from its protos and its discovery document: put the module on
 * the path, and {@link dev.longrun.service.ServiceRegistry} knows them. There are no typed names here, and a typed
 * module goes before it.
 *
 * <pre>{@code
 * OperationName name = ServiceRegistry.load() // with this module on the path
 *         .operation("//spanner.googleapis.com/projects/acme/instances/main/operations/operation-17");
 * }</pre>
 *
 * <p>All is in {@code catalog.table}, which {@code tools/service_tables.py} writes. It is one file, because finding the
 * blocks in it is cheap next to starting; what costs is reading blocks, and that is done for one service at a time.
 *
 * <p>This package must not know anything but where its table is.
 */
@NullMarked
package dev.longrun.catalog;

import org.jspecify.annotations.NullMarked;
