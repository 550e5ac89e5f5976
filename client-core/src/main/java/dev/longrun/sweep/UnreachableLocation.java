// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

/**
 * A location that could not be listed; its operations are unknown, not absent.
 *
 * @param where with the service: {@code file v1 projects/p/locations/us-east1}
 */
public record UnreachableLocation(String where, String reason) {}
