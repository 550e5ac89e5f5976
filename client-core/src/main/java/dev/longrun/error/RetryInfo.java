// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import java.time.Duration;

/**
 * How long to wait, at least, before the same request is sent again; a negative delay sent by a server is read as zero.
 */
public record RetryInfo(Duration retryDelay) implements StatusDetail {
    public RetryInfo {
        retryDelay = retryDelay.isNegative() ? Duration.ZERO : retryDelay;
    }
}
