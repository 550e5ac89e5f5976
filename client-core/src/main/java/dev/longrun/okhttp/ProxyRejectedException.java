// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import java.io.IOException;

/** A proxy wants another authorization than it got, and forwarded nothing. */
final class ProxyRejectedException extends IOException {
    private static final long serialVersionUID = 1L;

    ProxyRejectedException(String message) {
        super(message);
    }
}
