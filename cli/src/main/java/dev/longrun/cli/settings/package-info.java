// SPDX-License-Identifier: Apache-2.0
/**
 * Where the values of settings come from: options, environment variables, the configuration of gcloud.
 *
 * <p>Read {@link dev.longrun.cli.settings.Setting} first, the table of all of them, then
 * {@link dev.longrun.cli.settings.Settings}. Reads files of gcloud only when a value of them is needed; sends nothing.
 */
@NullMarked
package dev.longrun.cli.settings;

import org.jspecify.annotations.NullMarked;
