// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.binding.HttpRule;
import dev.longrun.http.HttpMethod;
import dev.longrun.service.TableBlock.Line;
import dev.longrun.text.SafeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Versions of a service that share their bindings, and the bindings read so far. */
final class TableVersions {
    private static final String NO_BODY = "-";
    private static final String BODY = "*";

    private final List<String> versions;
    private final TableScopes scopes;
    private final List<TableBinding> bindings = new ArrayList<>();
    private Dialect dialect;
    private HttpRule.Source source = HttpRule.Source.BOTH;

    TableVersions(List<String> versions, TableScopes scopes, Dialect dialect) {
        this.versions = versions;
        this.scopes = scopes;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    void dialect(Dialect next) {
        this.dialect = next;
    }

    List<String> versions() {
        return versions;
    }

    TableScopes scopes() {
        return scopes;
    }

    /** Begins {@code names} or {@code rules}, which may say the only source that has the rows. */
    void source(Line line, List<String> words) {
        this.source = words.isEmpty() ? HttpRule.Source.BOTH : only(line, words);
    }

    private static HttpRule.Source only(Line line, List<String> words) {
        return Stream.of(HttpRule.Source.PROTOS, HttpRule.Source.DISCOVERY)
                .filter(source -> words.equals(List.of(source.name().toLowerCase(Locale.ROOT))))
                .findFirst()
                .orElseThrow(() -> line.error("%s may be followed by protos or discovery; got %s"
                        .formatted(line.words().get(0), SafeText.quoted(line.text()))));
    }

    List<HttpRule> rules(String version, ApiMethod rpc) {
        List<HttpRule> rules = new ArrayList<>();
        for (TableBinding binding : bindings) {
            if (binding.rpc() == rpc) {
                rules.add(binding.rule(version));
            }
        }
        return List.copyOf(rules);
    }

    /** {@code projects/*}{@code /operations/* get list cancel-}. */
    void name(Line line, List<String> words) {
        String pattern = words.get(0);
        List<String> rpcs = words.subList(1, words.size());
        if (rpcs.isEmpty()) {
            throw line.error("a name takes its rpcs, such as get list cancel delete; got %s alone"
                    .formatted(SafeText.quoted(pattern)));
        }
        for (String word : rpcs) {
            regular(line, pattern, word);
        }
    }

    private void regular(Line line, String pattern, String word) {
        boolean without = word.endsWith(NO_BODY);
        ApiMethod rpc = rpc(line, without ? withoutLast(word) : word);
        if (without && !rpc.body()) {
            throw line.error("only cancel and wait have a body to leave out; got " + SafeText.quoted(word));
        }
        bindings.add(TableBinding.regular(line, rpc, pattern, rpc.body() && !without, source));
    }

    /**
     * {@code cancel POST* /v1/{name=operations/*}:cancel}, and after it a pattern where the path has the name in
     * another form.
     */
    void rule(Line line, List<String> words) {
        if (words.size() != 3 && words.size() != 4) {
            throw line.error("a rule takes rpc, HTTP method and template, and maybe a name pattern; got "
                    + SafeText.quoted(line.text()));
        }
        boolean body = words.get(1).endsWith(BODY);
        HttpMethod method = method(line, body ? withoutLast(words.get(1)) : words.get(1));
        Optional<String> names = words.stream().skip(3).findFirst();
        bindings.add(new TableBinding(line, rpc(line, words.get(0)), method, words.get(2), body, source, names));
    }

    private static String withoutLast(String word) {
        return word.substring(0, word.length() - 1);
    }

    private static ApiMethod rpc(Line line, String label) {
        Optional<ApiMethod> rpc = ApiMethod.ofLabel(label);
        if (rpc.isEmpty()) {
            throw line.error(
                    "unknown rpc %s; expected get, list, cancel, delete or wait".formatted(SafeText.quoted(label)));
        }
        return rpc.get();
    }

    private static HttpMethod method(Line line, String name) {
        return Arrays.stream(HttpMethod.values())
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow(() -> line.error("unknown HTTP method %s; expected one of %s"
                        .formatted(SafeText.quoted(name), Arrays.toString(HttpMethod.values()))));
    }
}
