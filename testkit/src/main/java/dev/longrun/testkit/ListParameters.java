// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.function.Predicate;

/**
 * The validated parameters of a list.
 *
 * @param filter which operations are listed
 * @param last the last name of the page before; empty for the first page
 * @param partial whether operations may be missing, with a word about it
 */
record ListParameters(String prefix, int pageSize, Predicate<ServedOperation> filter, String last, boolean partial) {

    /**
     * The parameters that all dialects with pages have.
     *
     * @param sizeParameter {@code pageSize} or {@code maxResults}
     * @throws InvalidArgument if one is malformed
     */
    static ListParameters paged(
            RoutedRequest request, String sizeParameter, int usual, int largest, Predicate<ServedOperation> filter) {
        String prefix = prefix(request);
        return new ListParameters(
                prefix,
                pageSize(sizeParameter, request.parameter(sizeParameter), usual, largest),
                filter,
                last(request.parameter("pageToken"), prefix),
                request.parameter("returnPartialSuccess").equals("true"));
    }

    /** The parameters of a list that has only one page. */
    static ListParameters whole(RoutedRequest request) {
        return new ListParameters(prefix(request), Integer.MAX_VALUE, operation -> true, "", true);
    }

    /** The token of the page after that name. */
    String tokenAfter(String name) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((prefix + '\n' + name).getBytes(UTF_8));
    }

    private static String prefix(RoutedRequest request) {
        return request.name().isEmpty()
                ? request.binding().prefixByQuery(request.parameter("name"))
                : request.binding().prefix(request.name());
    }

    private static int pageSize(String parameter, String text, int usual, int largest) {
        if (!text.matches("\\d{0,9}")) {
            throw new InvalidArgument(parameter + " must be a number, 0 or more; got \"" + text + '"');
        }
        int size = text.isEmpty() ? 0 : Integer.parseInt(text);
        return size == 0 ? usual : Math.min(size, largest);
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
