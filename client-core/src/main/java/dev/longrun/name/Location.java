// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

import dev.longrun.text.SafeText;

/**
 * The location of a resource: a region ({@code us-central1}), a zone ({@code us-central1-a}), a multi-region
 * ({@code us}) or {@code global}.
 *
 * <p>An id becomes part of a host name, so it is one lower-case DNS label and nothing else.
 */
public record Location(String id) {
    private static final String GLOBAL = "global";
    private static final int LONGEST_LABEL = 63;

    public Location {
        if (!isId(id)) {
            throw new InvalidNameException(
                    "location must look like us-central1: lower-case letters, digits and inner hyphens, a letter first; got "
                            + SafeText.quoted(id));
        }
    }

    static boolean isId(String id) {
        if (id.isEmpty() || id.length() > LONGEST_LABEL || id.charAt(0) < 'a' || id.endsWith("-")) {
            return false;
        }
        for (int i = 1; i < id.length(); i++) {
            char c = id.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
        }
        return id.charAt(0) <= 'z';
    }

    public boolean isGlobal() {
        return id.equals(GLOBAL);
    }

    /** True for {@code us}, {@code eu}, {@code nam4} and the like: neither global nor with a hyphen. */
    public boolean isMultiRegion() {
        return !isGlobal() && id.indexOf('-') < 0;
    }

    /**
     * The region of a zone ({@code us-central1-a} and {@code us-central1-ai1a} lie in {@code us-central1}); else this.
     */
    public Location region() {
        int hyphen = id.lastIndexOf('-');
        boolean zone = hyphen > 0
                && Character.isDigit(id.charAt(hyphen - 1))
                && Character.isLetter(id.charAt(id.length() - 1));
        return zone ? new Location(id.substring(0, hyphen)) : this;
    }

    @Override
    public String toString() {
        return id;
    }
}
