// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.service.TableBlock.Line;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scopes in the rows of a table; a later row overrides an earlier one. */
final class TableScopes {
    private static final String PREFIX = "https://www.googleapis.com/auth/";

    private final Map<ApiMethod, List<String>> byRpc = new EnumMap<>(ApiMethod.class);

    /** {@code scopes cloud-platform}, or {@code scopes list cloud-platform}. */
    void add(Line line, List<String> words) {
        Optional<ApiMethod> only = words.stream().findFirst().flatMap(ApiMethod::ofLabel);
        List<String> scopes = words.stream()
                .skip(only.isPresent() ? 1 : 0)
                .map(PREFIX::concat)
                .toList();
        if (scopes.isEmpty()) {
            throw line.error("scopes takes one or more, such as cloud-platform; got none");
        }
        only.ifPresentOrElse(rpc -> byRpc.put(rpc, scopes), () -> all(scopes));
    }

    private void all(List<String> scopes) {
        for (ApiMethod rpc : ApiMethod.values()) {
            byRpc.put(rpc, scopes);
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
