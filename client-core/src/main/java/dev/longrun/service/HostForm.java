// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.http.Origin;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host in a table.
 *
 * @param text a host, perhaps with a port, and with {@code {location}} where the id of a location goes
 */
record HostForm(String text) {
    private static final String LOCATION = "{location}";
    private static final Pattern LABEL = Pattern.compile("[a-z0-9-]+");

    static String withoutPort(String host) {
        int port = host.indexOf(':');
        return port < 0 ? host : host.substring(0, port);
    }

    /** Whether a location makes a host of it. */
    boolean isValid() {
        try {
            Origin.parse("https://" + with("l"));
            return !text.contains("/") && text.indexOf(LOCATION) == text.lastIndexOf(LOCATION);
        } catch (IllegalArgumentException invalid) {
            return false;
        }
    }

    /** The host for this location. */
    String with(String location) {
        return text.replace(LOCATION, location);
    }

    /** {@code host}, which has no port, with the port of this form; empty if it has another form. */
    Optional<String> at(String host) {
        String form = withoutPort(text);
        boolean same = form.equals(host) || locationIn(host).isPresent();
        return same ? Optional.of(host + text.substring(form.length())) : Optional.empty();
    }

    /** The location in a host of this form. */
    Optional<String> locationIn(String host) {
        String form = withoutPort(text);
        int at = form.indexOf(LOCATION);
        if (at < 0 || !host.startsWith(form.substring(0, at))) {
            return Optional.empty();
        }
        String end = form.substring(at + LOCATION.length());
        int until = host.length() - end.length();
        return until > at && host.endsWith(end)
                ? Optional.of(host.substring(at, until))
                        .filter(id -> LABEL.matcher(id).matches())
                : Optional.empty();
    }
}
