// SPDX-License-Identifier: Apache-2.0
/** The values that fragments of the documents use without declaring them. Fragments are compiled and never run. */
package dev.longrun.docs.reader;
