// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.http.HttpMethod;
import dev.longrun.name.PathTemplate;
import dev.longrun.service.TableBlock.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The versions of a service that share their bindings, and these as far as they are read. */
final class TableVersions {
    private static final String NO_BODY = "-";
    private static final String BODY = "*";

    private final Map<String, Map<Rpc, List<HttpRule>>> rules = new LinkedHashMap<>();
    private final TableScopes scopes;

    TableVersions(List<String> versions, TableScopes scopes) {
        this.scopes = scopes;
        versions.forEach(version -> rules.put(version, new EnumMap<>(Rpc.class)));
    }

    TableScopes scopes() {
        return scopes;
    }

    /** By version, in the table's order. */
    Map<String, Map<Rpc, List<HttpRule>>> rules() {
        return rules;
    }

    /** {@code projects/*}{@code /operations/* get list cancel-}. */
    void name(Line line) {
        String pattern = line.words().get(0);
        if (line.words().size() == 1) {
            throw line.error(
                    "a name takes its rpcs, such as get list cancel delete; got \"%s\" alone".formatted(pattern));
        }
        line.words().stream().skip(1).forEach(word -> bind(line, pattern, word));
    }

    private void bind(Line line, String pattern, String word) {
        boolean without = word.endsWith(NO_BODY);
        Rpc rpc = rpc(line, without ? word.substring(0, word.length() - 1) : word);
        if (without && !rpc.body()) {
            throw line.error("only cancel and wait have a body to leave out; got \"%s\"".formatted(word));
        }
        if (rpc == Rpc.LIST && !HttpRule.hasRegularList(pattern)) {
            throw line.error("list needs a name that ends in /operations/*, or a rule; got \"%s\"".formatted(pattern));
        }
        rules.forEach((version, byRpc) ->
                add(byRpc, rpc, HttpRule.regular(rpc, version, pattern).withBody(rpc.body() && !without)));
    }

    /** {@code cancel POST* /v1/{name=operations/*}:cancel}. */
    void rule(Line line) {
        List<String> words = line.words();
        if (words.size() != 3) {
            throw line.error("a rule takes rpc, HTTP method and template; got \"%s\"".formatted(line.text()));
        }
        Rpc rpc = rpc(line, words.get(0));
        boolean body = words.get(1).endsWith(BODY);
        HttpMethod method =
                method(line, body ? words.get(1).substring(0, words.get(1).length() - 1) : words.get(1));
        rules.forEach((version, byRpc) -> {
            PathTemplate template = PathTemplate.parse(words.get(2).replace("{version}", version));
            add(byRpc, rpc, new HttpRule(method, template, body));
        });
    }

    private static void add(Map<Rpc, List<HttpRule>> byRpc, Rpc rpc, HttpRule rule) {
        byRpc.computeIfAbsent(rpc, r -> new ArrayList<>()).add(rule);
    }

    private static Rpc rpc(Line line, String label) {
        return Rpc.ofLabel(label)
                .orElseThrow(() ->
                        line.error("unknown rpc \"%s\"; expected get, list, cancel, delete or wait".formatted(label)));
    }

    private static HttpMethod method(Line line, String name) {
        Optional<HttpMethod> method = Arrays.stream(HttpMethod.values())
                .filter(m -> m.name().equals(name))
                .findFirst();
        return method.orElseThrow(() -> line.error("unknown HTTP method \"%s\"; expected one of %s"
                .formatted(name, Arrays.toString(HttpMethod.values()))));
    }
}
