// SPDX-License-Identifier: Apache-2.0
/**
 * Resource names and the URL paths made of them: parse, match, build.
 *
 * <p>Read {@link dev.longrun.name.ResourceName} first, then {@link dev.longrun.name.PathTemplate}. Three dialects meet
 * here and are never mixed: resource names are not encoded, URL paths are, and so are routing headers and query values
 * ({@link dev.longrun.name.PercentEncoding}). The rules are those of {@code google/api/http.proto} and AIP-122, 127 and
 * 4222.
 *
 * <p>This package must not know any service, any host or any HTTP client. Names are rejected before any I/O.
 */
@NullMarked
package dev.longrun.name;

import org.jspecify.annotations.NullMarked;
