// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

/**
 * The resource that could not be used.
 *
 * @param resourceType a name or a type URL
 * @param resourceName its name as the service writes it
 * @param owner such as {@code project:acme}
 * @param description for people: what stands in the way, a missing role for example
 */
public record ResourceInfo(String resourceType, String resourceName, String owner, String description)
        implements StatusDetail {}
