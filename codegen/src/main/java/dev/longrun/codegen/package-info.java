// SPDX-License-Identifier: Apache-2.0
/**
 * Writes the typed names and the metadata records of a service module from the three tables it keeps: the service's
 * bindings ({@link dev.longrun.service.ServiceTable}), the types of its resources
 * ({@link dev.longrun.codegen.NameTable}) and the messages that its operations carry
 * ({@link dev.longrun.codegen.MessageTable}).
 *
 * <p>Read {@link dev.longrun.codegen.Generator} first. Tables become models ({@link dev.longrun.codegen.VersionNames},
 * {@link dev.longrun.codegen.Message}), models become {@link dev.longrun.codegen.JavaFile}s, and only the generator
 * touches the disk. The generated sources are formatted as the others are.
 *
 * <p>This package must not know any service.
 */
@NullMarked
package dev.longrun.codegen;

import org.jspecify.annotations.NullMarked;
