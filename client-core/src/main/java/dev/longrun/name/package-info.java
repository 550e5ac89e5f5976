// SPDX-License-Identifier: Apache-2.0
/**
 * Resource names, their patterns and the locations in them.
 *
 * <pre>{@code
 * ResourceName name = ResourceName.parse("projects/acme/locations/us-central1/operations/operation-17");
 * name.id()                                                // operation-17
 * name.location()                                          // Optional[us-central1]
 * NamePattern.parse("projects/*").matches("projects/acme")  // true
 * }</pre>
 *
 * <p>Read {@link dev.longrun.name.ResourceName} first, then {@link dev.longrun.name.NamePattern}. A resource name is
 * not encoded. The rules are those of AIP-122 and 127.
 *
 * <p>This package must not know any service, any host or any HTTP client. Names are rejected before any I/O.
 */
@NullMarked
package dev.longrun.name;

import org.jspecify.annotations.NullMarked;
