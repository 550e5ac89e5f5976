// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.settings;

import dev.longrun.http.Origin;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Servers that are reached without a proxy, in the form of curl's {@code NO_PROXY}: {@code *}; names, which stand for
 * all names below them too, with a dot before them or without; addresses; networks such as {@code 10.0.0.0/8}. A
 * {@code :PORT} limits an entry to that port. Nothing is looked up, so an address matches only an address.
 */
record NoProxyList(List<String> entries) {
    private static final Pattern ENTRY =
            Pattern.compile("(?:\\[([^\\]]+)]|([^:\\[\\]]+)|([^\\[\\]]*:[^\\[\\]]*:[^\\[\\]]*))(?::(\\d{1,5}))?");
    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern ADDRESS =
            Pattern.compile(BYTE + "(\\." + BYTE + "){3}|[0-9a-f:.]*:[0-9a-f:.]*"); // others would be looked up

    static NoProxyList parse(String text) {
        return new NoProxyList(Stream.of(text.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(entry -> !entry.isEmpty())
                .toList());
    }

    boolean contains(Origin server) {
        return entries.stream().anyMatch(entry -> matches(entry, server));
    }

    private static boolean matches(String entry, Origin server) {
        if (entry.equals("*")) {
            return true;
        }
        Matcher parts = ENTRY.matcher(entry);
        if (!parts.matches() || parts.group(4) != null && !parts.group(4).equals(Integer.toString(server.port()))) {
            return false;
        }
        String host = Stream.of(1, 2, 3)
                .map(parts::group)
                .filter(group -> group != null)
                .findFirst()
                .orElseThrow();
        return ADDRESS.matcher(server.host()).matches()
                ? isInNetwork(server.host(), host)
                : isBelow(server.host(), host);
    }

    private static boolean isBelow(String server, String entry) {
        String name = entry.replaceAll("^\\.+|\\.$", "");
        return !name.isEmpty() && (server.equals(name) || server.endsWith("." + name));
    }

    private static boolean isInNetwork(String server, String entry) {
        String[] parts = entry.split("/", 2);
        byte @Nullable [] network = address(parts[0]);
        byte @Nullable [] own = address(server);
        if (network == null || own == null || network.length != own.length) {
            return false;
        }
        int all = network.length * 8;
        int bits = parts.length == 1 ? all : parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : -1;
        return bits >= 0 && bits <= all && isSame(own, network, bits);
    }

    private static boolean isSame(byte[] one, byte[] other, int bits) {
        for (int bit = 0; bit < bits; bit++) {
            if (((one[bit / 8] ^ other[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The bytes of an address that is written in digits; null if it is a name. */
    private static byte @Nullable [] address(String text) {
        try {
            return ADDRESS.matcher(text).matches() ? InetAddress.getByName(text).getAddress() : null;
        } catch (UnknownHostException noAddress) {
            return null;
        }
    }
}
