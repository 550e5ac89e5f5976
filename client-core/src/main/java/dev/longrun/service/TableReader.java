// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.error.NotSentException;
import dev.longrun.service.TableBlock.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads one block of a {@link ServiceTable} from top to bottom. */
final class TableReader {
    private static final String KEYWORDS = "service, aliases, scopes, endpoint, mtls, versions, names or rules";

    private final TableBlock block;
    private final List<EndpointRule.Row> endpoints = new ArrayList<>();
    private final List<EndpointRule.Row> mtls = new ArrayList<>();
    private final List<TableVersions> versions = new ArrayList<>();
    private final TableScopes scopes = new TableScopes();
    private Section section = Section.HEAD;

    private enum Section {
        HEAD,
        NAMES,
        RULES
    }

    private TableReader(TableBlock block) {
        this.block = block;
    }

    static List<ServiceDefinition> read(TableBlock block) {
        TableReader reader = new TableReader(block);
        block.lines().stream().skip(1).forEach(reader::line);
        if (reader.versions.isEmpty()) {
            throw block.lines().get(0).error("service \"%s\" has no versions".formatted(block.service()));
        }
        return reader.definitions();
    }

    private void line(Line line) {
        List<String> rest = line.words().subList(1, line.words().size());
        switch (line.words().get(0)) {
            case TableBlock.ALIASES -> section = Section.HEAD;
            case "scopes" -> scopes(line, rest);
            case "endpoint" -> endpoints.add(host(line, rest));
            case "mtls" -> mtls.add(host(line, rest));
            case "versions" -> versions(line, rest);
            case "names" -> begin(line, Section.NAMES);
            case "rules" -> begin(line, Section.RULES);
            default -> row(line);
        }
    }

    private void scopes(Line line, List<String> words) {
        TableScopes target = versions.isEmpty() ? scopes : last().scopes();
        target.add(line, words);
    }

    private EndpointRule.Row host(Line line, List<String> words) {
        if (words.size() < 2) {
            throw line.error("a host row takes locations, then a host; got \"%s\"".formatted(line.text()));
        }
        int host = words.size() - 1;
        return new EndpointRule.Row(words.subList(0, host), words.get(host));
    }

    private void versions(Line line, List<String> words) {
        if (words.isEmpty()) {
            throw line.error("versions takes one or more, such as v1 v1beta1; got none");
        }
        section = Section.HEAD;
        versions.add(new TableVersions(words, scopes.copy()));
    }

    private void begin(Line line, Section next) {
        if (versions.isEmpty()) {
            throw line.error("%s must come after versions".formatted(line.text()));
        }
        section = next;
    }

    private void row(Line line) {
        try {
            switch (section) {
                case NAMES -> last().name(line);
                case RULES -> last().rule(line);
                default ->
                    throw line.error("unknown keyword \"%s\"; expected %s"
                            .formatted(line.words().get(0), KEYWORDS));
            }
        } catch (NotSentException e) {
            String message = String.valueOf(e.getMessage());
            throw message.startsWith(line.source() + ':') ? e : line.error(message);
        }
    }

    private TableVersions last() {
        return versions.get(versions.size() - 1);
    }

    private List<ServiceDefinition> definitions() {
        String service = block.service();
        EndpointRule endpoint = new EndpointRule(service, endpoints);
        EndpointRule mtlsEndpoint = new EndpointRule(service.replaceFirst("\\.", ".mtls."), mtls);
        return versions.stream()
                .flatMap(group -> group.rules().entrySet().stream()
                        .map(version -> definition(version, group.scopes(), endpoint, mtlsEndpoint)))
                .toList();
    }

    private ServiceDefinition definition(
            Map.Entry<String, Map<Rpc, List<HttpRule>>> version,
            TableScopes of,
            EndpointRule endpoint,
            EndpointRule mtlsEndpoint) {
        return new ServiceDefinition(
                block.service(), version.getKey(), version.getValue(), of.byRpc(), endpoint, mtlsEndpoint);
    }
}
