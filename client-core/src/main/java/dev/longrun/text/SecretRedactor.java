// SPDX-License-Identifier: Apache-2.0
package dev.longrun.text;

import java.util.regex.Pattern;

/**
 * Replaces what may be a credential by {@code [hidden]}:
 *
 * <ul>
 *   <li>the value after {@code Bearer} or {@code Basic}, and that of {@code Authorization}
 *   <li>the value of {@code access_token}, {@code id_token}, {@code refresh_token}, {@code client_secret},
 *       {@code api_key}, {@code password}, {@code assertion}, and of the parameters {@code key}, {@code token} and
 *       {@code X-Goog-Signature}; with {@code =} or {@code :}, percent-encoded, in JSON, or in JSON within JSON
 *   <li>the user info of a URL
 *   <li>what has the form of Google's tokens and keys ({@code ya29.…}, {@code 1//…}, {@code AIza…}, {@code GOCSPX-…}),
 *       of a JSON Web Token, or of a PEM block
 * </ul>
 *
 * <p>JSON stays JSON: a replacement never crosses a quote or splits an escape.
 */
public final class SecretRedactor {
    /** Words, apart by spaces; text without any of them has no credential that {@link #redact} would find. */
    public static final String TRACES = "// /\\/ %2 %3 oken OKEN key KEY Key ecret ECRET ignature IGNATURE assw ASSW"
            + " earer EARER asic ASIC uth UTH ssertion SSERTION ya29 eyJ AIza GOCSPX -----BEGIN";

    static final String HIDDEN = "[hidden]";
    private static final int LENGTH = 300;

    private static final String VALUE = "(?!\\[hidden])[^\\s\"'\\\\<>&#;,)\\]}]";
    private static final String SCHEME = "(?:bearer|basic)(?:\\s|%20|\\+)+";
    private static final String SEPARATOR = "\\\\?[\"']?\\s*(?:[=:]|%3D|\\\\u003d)\\s*\\\\?[\"']?";

    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:(?:access|refresh|oauth|auth|(?<![a-z])id)[_-]?token|client[_-]?secret|api[_-]?key|passw(?:or)?d"
                    + "|assertion|authorization)" + SEPARATOR + "(?:" + SCHEME + ")?+)" + VALUE + "+");
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)((?:[?&]|\\\\u0026|%26|%3F)(?:key|token|x-goog-signature)(?:=|%3D|\\\\u003d))" + VALUE
                    + "+|((?<![a-z0-9_.-])(?:key|token)=)(?=" + VALUE + "{8})(?=[a-z._~+/-]*[0-9])" + VALUE + "+");
    private static final Pattern BEARER = Pattern.compile(
            "(?i)((?<![a-z])" + SCHEME + ")(?:(?=[a-z._~+/=%-]*[0-9])[a-z0-9._~+/=%-]{6,}|[a-z0-9._~+/=%-]{16,})");
    private static final Pattern USER_INFO =
            Pattern.compile("(?i)((?::|(?<![:/\\w\\\\]))(?:\\\\?/){2})[^\\s/?#\"'\\\\<>]*@"
                    + "|(%3A%2F%2F)[^\\s/?#\"'\\\\<>&]{1,300}?%40");
    private static final Pattern FORM = Pattern.compile("\\bya29\\.[A-Za-z0-9_.-]+"
            + "|\\beyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]*){0,3}"
            + "|\\b1(?:\\\\?/){2}[A-Za-z0-9_-]{10,}|\\bAIza[A-Za-z0-9_-]{20,}|\\bGOCSPX-[A-Za-z0-9_-]{10,}"
            + "|-----BEGIN[A-Z ]*-----(?:[^\"]{0,10000}?-----END[A-Z ]*-----|[A-Za-z0-9+/=\\s:,\\\\-]*(?<!\\\\))");

    /** A PEM block, or a run of sixteen or more characters of the token alphabets with a digit in it. */
    private static final Pattern OPAQUE = Pattern.compile(
            "-----BEGIN.*?(-----END[^-]*-----|$)|(?=[A-Za-z0-9+/=_.~-]{16})[A-Za-z+/=_.~-]*[0-9][A-Za-z0-9+/=_.~-]*",
            Pattern.DOTALL);

    private static final String[] TRACE_WORDS = TRACES.split(" ");

    private SecretRedactor() {}

    /** The text without credentials; the same text if it has none. */
    public static String redact(String text) {
        if (!hasTrace(text)) {
            return text;
        }
        String shown = FORM.matcher(text).replaceAll(HIDDEN);
        shown = NAMED.matcher(shown).replaceAll("$1" + HIDDEN);
        shown = PARAMETER.matcher(shown).replaceAll("$1$2" + HIDDEN);
        shown = BEARER.matcher(shown).replaceAll("$1" + HIDDEN);
        return USER_INFO.matcher(shown).replaceAll("$1$2" + HIDDEN + "@");
    }

    /**
     * Text of a library that handles credentials, on one line of at most 300 characters: everything that could be a
     * token or a key is hidden, long names too.
     */
    public static String redactOpaque(String text) {
        String line = OPAQUE.matcher(redact(text))
                .replaceAll(HIDDEN)
                .replaceAll("\\s+", " ")
                .strip();
        return SafeText.of(line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "…");
    }

    /** Searching for a word is much faster than matching a pattern, and most text has none. */
    private static boolean hasTrace(String text) {
        for (String word : TRACE_WORDS) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
