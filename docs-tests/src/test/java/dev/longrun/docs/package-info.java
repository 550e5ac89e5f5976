// SPDX-License-Identifier: Apache-2.0
/**
 * The code of the documents: blocks of the guide and examples of the Javadoc are compiled, programs and commands are
 * run against the fake server, and the settings page is compared with the code.
 *
 * <p>Read {@link dev.longrun.docs.FencedBlock} and {@link dev.longrun.docs.Snippet} first;
 * {@link dev.longrun.docs.reader.GuideReader} has the values that fragments may use without declaring them.
 */
@NullMarked
package dev.longrun.docs;

import org.jspecify.annotations.NullMarked;
