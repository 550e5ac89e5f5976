// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.service.ApiMethod;
import java.net.URLDecoder;

/**
 * A request on a documented path.
 *
 * @param name of the operation, or for a list of the parent or the project
 */
record RoutedRequest(Binding binding, String name, String path, String query, String body) {

    ApiMethod rpc() {
        return binding.rpc();
    }

    String service() {
        return binding.service();
    }

    FakeDialect dialect() {
        return FakeDialect.of(binding.dialect());
    }

    /** The decoded value of a query parameter, or an empty text. */
    String parameter(String wanted) {
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && decode(pair.substring(0, equals)).equals(wanted)) {
                return decode(pair.substring(equals + 1));
            }
        }
        return "";
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a broken escape matches no parameter
        }
    }
}
