// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The validated parameters of a list.
 *
 * @param done the value of {@code done} in the filter; empty without a filter
 * @param last the last name of the page before; empty for the first page
 */
record ListParameters(String prefix, int pageSize, Optional<Boolean> done, String last, boolean partial) {

    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 1000;
    private static final Pattern FILTER = Pattern.compile("\\s*(?:done\\s*[=:]\\s*(true|false)\\s*)?");

    /** @throws InvalidArgument if a parameter is malformed */
    static ListParameters of(RoutedRequest request) {
        String parent = request.name().isEmpty() ? request.parameter("name") : request.name();
        String prefix = request.binding().prefix(parent);
        return new ListParameters(
                prefix,
                pageSize(request.parameter("pageSize")),
                done(request.parameter("filter")),
                last(request.parameter("pageToken"), prefix),
                request.parameter("returnPartialSuccess").equals("true"));
    }

    /** The token of the page after that name. */
    String tokenAfter(String name) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((prefix + '\n' + name).getBytes(UTF_8));
    }

    private static int pageSize(String text) {
        if (!text.matches("\\d{0,9}")) {
            throw new InvalidArgument("pageSize must be a number, 0 or more; got \"" + text + '"');
        }
        int size = text.isEmpty() ? 0 : Integer.parseInt(text);
        return size == 0 ? USUAL_PAGE : Math.min(size, LARGEST_PAGE);
    }

    private static Optional<Boolean> done(String filter) {
        Matcher matcher = FILTER.matcher(filter);
        if (!matcher.matches()) {
            throw new InvalidArgument("filter must be empty, done=true or done=false; got \"" + filter + '"');
        }
        return Optional.ofNullable(matcher.group(1)).map(Boolean::valueOf);
    }

    private static String last(String token, String prefix) {
        if (token.isEmpty()) {
            return "";
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), UTF_8);
            if (text.startsWith(prefix + '\n')) {
                return text.substring(prefix.length() + 1);
            }
        } catch (IllegalArgumentException e) {
            // the same error as for a token of another list
        }
        throw new InvalidArgument("pageToken must come from an earlier page of the same list; got \"" + token + '"');
    }
}
