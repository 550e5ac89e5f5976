// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

import java.util.regex.Pattern;

/**
 * Quotes a value for a message: on one line, invisible characters escaped, cut when long. A URL is shown without user
 * info and query, which may hold secrets; keys and tokens in queries are never shown.
 */
final class MessageQuoting {
    private static final int LONGEST = 300;
    private static final Pattern SECRET = Pattern.compile("([?&](?:access_token|oauth_token|key)=)[^&#]*");

    private MessageQuoting() {}

    static String of(String value) {
        String shown = withoutSecrets(value);
        StringBuilder out = new StringBuilder(shown.length() + 2).append('"');
        shown.codePoints().limit(LONGEST).forEach(c -> append(out, c));
        out.append('"');
        int all = shown.codePointCount(0, shown.length());
        return all <= LONGEST ? out.toString() : out + "… (" + all + " characters)";
    }

    private static void append(StringBuilder out, int c) {
        if (c == '"' || c == '\\') {
            out.append('\\').append((char) c);
        } else if (isInvisible(c)) {
            for (char unit : Character.toChars(c)) {
                out.append("\\u%04X".formatted((int) unit));
            }
        } else {
            out.appendCodePoint(c);
        }
    }

    /** All but the plain space: control and format characters, odd spaces, unpaired surrogates, unassigned ones. */
    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            case Character.SPACE_SEPARATOR -> c != ' ';
            default -> false;
        };
    }

    private static String withoutSecrets(String value) {
        return SECRET.matcher(withoutUserAndQuery(value)).replaceAll("$1…");
    }

    private static String withoutUserAndQuery(String value) {
        int scheme = value.indexOf("://");
        if (scheme < 0) {
            return value;
        }
        String url = value.replaceFirst("(?s)[?#].*", "");
        int host = scheme + "://".length();
        int path = url.indexOf('/', host);
        int user = url.substring(0, path < 0 ? url.length() : path).lastIndexOf('@');
        return user < host ? url : url.substring(0, host) + url.substring(user + 1);
    }
}
