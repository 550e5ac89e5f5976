// SPDX-License-Identifier: Apache-2.0
package dev.longrun.endpoint;

import dev.longrun.error.ConfigurationException;
import dev.longrun.text.SafeText;
import java.util.regex.Pattern;

/** The domain of the services of Google Cloud or of a cloud that runs its software. */
record Universe(String domain) {
    static final Universe GOOGLE = new Universe("googleapis.com");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

    static Universe parse(String domain) {
        if (!DOMAIN.matcher(domain).matches()) {
            throw new IllegalArgumentException(
                    "universe domain must look like googleapis.com; got " + SafeText.quoted(domain));
        }
        return new Universe(domain);
    }

    String apply(String host) {
        boolean google = host.endsWith('.' + GOOGLE.domain);
        return google ? host.substring(0, host.length() - GOOGLE.domain.length()) + domain : host;
    }

    /** mTLS hosts exist in Google's own universe only; Google's libraries reject others too. */
    String mtls(String host) {
        if (!equals(GOOGLE)) {
            throw new ConfigurationException("mTLS hosts exist in the universe googleapis.com only; got \"" + domain
                    + "\": set GOOGLE_API_USE_MTLS_ENDPOINT to never, or give the endpoint");
        }
        return host;
    }
}
