// SPDX-License-Identifier: Apache-2.0
/**
 * JSON as it goes over the wire and into files: objects are written, errors are read and written.
 *
 * <p>Read {@link dev.longrun.wire.JsonWriter}, then {@link dev.longrun.wire.StatusReader} and
 * {@link dev.longrun.wire.StatusWriter}. This package is exported to modules of Longrun only: applications get
 * {@link dev.longrun.error.Status} and {@link dev.longrun.json.JsonObject}.
 */
@NullMarked
package dev.longrun.wire;

import org.jspecify.annotations.NullMarked;
