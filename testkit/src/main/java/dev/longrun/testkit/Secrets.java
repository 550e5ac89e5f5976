// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Replaces secrets in recorded requests by the first digits of their digest. */
final class Secrets {

    private static final Set<String> HEADERS =
            Set.of("authorization", "proxy-authorization", "cookie", "x-goog-api-key");
    private static final Pattern IN_QUERY = Pattern.compile("(?<=(?:^|&)(?:key|access_token)=)[^&]*");

    /** Masks the value of a secret header and keeps its scheme, such as {@code Bearer}. */
    static String maskHeader(String name, String value) {
        if (!HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            return value;
        }
        int scheme = value.indexOf(' ') + 1;
        return value.substring(0, scheme) + digest(value.substring(scheme));
    }

    static String maskQuery(String query) {
        return query.contains("key=") || query.contains("access_token=")
                ? IN_QUERY.matcher(query).replaceAll(secret -> digest(secret.group()))
                : query;
    }

    private static String digest(String secret) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
            return "sha256:" + HexFormat.of().formatHex(sum, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private Secrets() {}
}
