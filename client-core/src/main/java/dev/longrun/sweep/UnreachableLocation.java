// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

/**
 * What a sweep could not see, so that operations there are not known rather than absent.
 *
 * @param where with the service: {@code file v1 projects/p/locations/us-east1}
 */
public record UnreachableLocation(String where, String reason) {}
