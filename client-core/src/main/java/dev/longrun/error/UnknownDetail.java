// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

/**
 * A detail of a kind that is not in {@code error_details.proto}, or one without a type: kept, not read.
 *
 * @param typeUrl as in {@code @type}; empty when there was none
 * @param json the whole detail exactly as it was sent, {@code @type} included
 */
public record UnknownDetail(String typeUrl, String json) implements StatusDetail {}
