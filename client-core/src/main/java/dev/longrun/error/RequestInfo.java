// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

/**
 * What support asks for when a request is reported.
 *
 * @param requestId opaque; finds the request in the service's logs
 * @param servingData opaque, often encrypted
 */
public record RequestInfo(String requestId, String servingData) implements StatusDetail {}
