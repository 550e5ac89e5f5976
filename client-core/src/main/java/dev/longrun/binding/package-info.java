// SPDX-License-Identifier: Apache-2.0
/**
 * HTTP bindings: the path templates of methods, and the paths that names make of them.
 *
 * <p>Read {@link dev.longrun.binding.PathTemplate} first. A {@link dev.longrun.binding.HttpRule} is one documented
 * binding, a {@link dev.longrun.binding.BoundPath} the path of one request. Three dialects meet here and are never
 * mixed: resource names are not encoded, URL paths are, and so are query values. The rules are those of
 * {@code google/api/http.proto}.
 *
 * <p>This package must not know any service, any host or any HTTP client.
 */
@NullMarked
package dev.longrun.binding;

import org.jspecify.annotations.NullMarked;
