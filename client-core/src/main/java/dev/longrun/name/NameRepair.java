// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

import dev.longrun.text.PercentEncoding;
import java.util.regex.Pattern;

/** Repairs for names that still sit in a URL, or behind the service as in {@code //file.googleapis.com/projects/p}. */
final class NameRepair {
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://");
    private static final Pattern HOST = Pattern.compile("^//[^/]*\\.[^/]*");
    private static final Pattern VERSION = Pattern.compile("^/+v[0-9][0-9a-z]*/");
    private static final Pattern BARE_VERSION = Pattern.compile("^(v[0-9][0-9a-z]*/+)+");
    private static final Pattern VERB = Pattern.compile(":(cancel|wait)$");
    private static final String GOOGLE = ".googleapis.com/";

    private NameRepair() {}

    /** The name in an API's URL; {@code ""} for any other URL, since nothing tells where its name would begin. */
    static String nameInUrl(String text) {
        if (!SCHEME.matcher(text).find()) {
            return text;
        }
        String path = text.replaceFirst("(?s)[?#].*", "").replaceFirst("^[^/]*//[^/]*", "");
        if (!VERSION.matcher(path).find()) {
            return "";
        }
        String encoded = VERB.matcher(VERSION.matcher(path).replaceFirst("")).replaceFirst("");
        return PercentEncoding.decode(encoded, true).orElse("");
    }

    /** A part without a dot is no host but a superfluous slash. */
    static String withoutService(String text) {
        String full = beginsWithHost(text) ? "//" + text : text;
        return HOST.matcher(full).find()
                ? withoutLeadingSlash(HOST.matcher(full).replaceFirst(""))
                : text;
    }

    /** A name with the version of a URL's path before it would be sent with that version twice. */
    static String withoutVersion(String text) {
        return beginsWithVersion(text) ? BARE_VERSION.matcher(text).replaceFirst("") : text;
    }

    static boolean beginsWithVersion(String text) {
        return text.startsWith("v") && BARE_VERSION.matcher(text).find();
    }

    static boolean beginsWithHost(String text) {
        int slash = text.indexOf('/');
        return slash > 0 && text.startsWith(GOOGLE, slash + 1 - GOOGLE.length());
    }

    static String withoutLeadingSlash(String text) {
        return VERSION.matcher(text).replaceFirst("").replaceFirst("^/+", "");
    }
}
