// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

/**
 * A text that may be shown to end users.
 *
 * @param locale a BCP 47 tag such as {@code fr-CH}
 */
public record LocalizedMessage(String locale, String message) implements StatusDetail {}
