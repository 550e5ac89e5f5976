// SPDX-License-Identifier: Apache-2.0
/**
 * Parses the names that a command is given: full names, URLs, bare names with a service, ids with a project and a
 * location; from arguments or from a file.
 *
 * <p>Read {@link dev.longrun.cli.name.OperationNameParser} first. Sends nothing.
 */
@NullMarked
package dev.longrun.cli.name;

import org.jspecify.annotations.NullMarked;
