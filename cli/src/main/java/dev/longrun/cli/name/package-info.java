// SPDX-License-Identifier: Apache-2.0
/**
 * Makes operations of what people type: full names, URLs, bare names with a service, ids with a project and a location.
 *
 * <p>Read {@link dev.longrun.cli.name.OperationNameParser} first. Sends nothing.
 */
@NullMarked
package dev.longrun.cli.name;

import org.jspecify.annotations.NullMarked;
