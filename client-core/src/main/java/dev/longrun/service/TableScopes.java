// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.service.TableBlock.Line;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The scopes in the rows of a table; a later row overrides an earlier one. */
final class TableScopes {
    private static final String PREFIX = "https://www.googleapis.com/auth/";

    private final Map<ApiMethod, List<String>> byRpc = new EnumMap<>(ApiMethod.class);

    /** {@code scopes cloud-platform}, or {@code scopes list cloud-platform}. */
    void add(Line line, List<String> words) {
        ApiMethod only =
                words.isEmpty() ? null : ApiMethod.ofLabel(words.get(0)).orElse(null);
        List<String> scopes = new ArrayList<>();
        for (String word : words.subList(only == null ? 0 : 1, words.size())) {
            scopes.add(PREFIX + word);
        }
        if (scopes.isEmpty()) {
            throw line.error("scopes takes one or more, such as cloud-platform; got none");
        }
        for (ApiMethod rpc : only == null ? ApiMethod.values() : new ApiMethod[] {only}) {
            byRpc.put(rpc, List.copyOf(scopes));
        }
    }

    TableScopes copy() {
        TableScopes copy = new TableScopes();
        copy.byRpc.putAll(byRpc);
        return copy;
    }

    Map<ApiMethod, List<String>> byRpc() {
        return byRpc;
    }
}
