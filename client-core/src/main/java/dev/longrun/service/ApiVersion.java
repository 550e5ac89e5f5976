// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code v1}, {@code v1p2beta1} and the like, ordered so that the one to use unasked comes last: stable, beta, alpha,
 * then by number.
 */
record ApiVersion(int stability, int major, int point, int revision) implements Comparable<ApiVersion> {
    private static final Pattern FORM = Pattern.compile("v(\\d{1,6})(?:p(\\d{1,6}))?(?:(alpha|beta)(\\d{0,6}))?");

    static ApiVersion parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? new ApiVersion(
                        stabilityOf(form.group(3)), number(form.group(1)), number(form.group(2)), number(form.group(4)))
                : new ApiVersion(-1, 0, 0, 0);
    }

    static final Comparator<ServiceDefinition> NEWEST_FIRST =
            Comparator.comparing((ServiceDefinition d) -> parse(d.version())).reversed();

    private static int stabilityOf(String word) {
        return word == null ? 2 : "beta".equals(word) ? 1 : 0;
    }

    private static int number(String digits) {
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    @Override
    public int compareTo(ApiVersion other) {
        return Comparator.comparingInt((ApiVersion v) -> v.stability)
                .thenComparingInt(ApiVersion::major)
                .thenComparingInt(ApiVersion::point)
                .thenComparingInt(ApiVersion::revision)
                .compare(this, other);
    }
}
