// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.auth.CredentialsException;
import dev.longrun.auth.TokenSource;
import java.time.Duration;
import java.util.Map;

/** A token server that is busy for ever. */
final class BrokenTokens implements TokenSource {
    @Override
    public Map<String, String> headers(Duration timeout) throws CredentialsException {
        throw new CredentialsException("the token server said HTTP 503", true);
    }

    @Override
    public void invalidate(Map<String, String> refused) {}
}
