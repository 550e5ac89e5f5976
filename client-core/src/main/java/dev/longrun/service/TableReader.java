// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.name.InvalidNameException;
import dev.longrun.service.TableBlock.Line;
import dev.longrun.text.SafeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one block of a {@link ServiceTable} from top to bottom. */
final class TableReader {
    private static final int MOST_VERSIONS = 100;
    private static final String KEYWORDS =
            "service, aliases, preferred, dialect, scopes, endpoint, mtls, regional, versions, names or rules";

    private final TableBlock block;
    private final List<EndpointRule.Row> endpoints = new ArrayList<>();
    private final List<EndpointRule.Row> mtls = new ArrayList<>();
    private final List<EndpointRule.Row> regional = new ArrayList<>();
    private final List<TableVersions> versions = new ArrayList<>();
    private final Set<String> read = new HashSet<>();
    private final TableScopes scopes = new TableScopes();
    private Dialect dialect = Dialect.LONGRUNNING;
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
        for (Line line : block.lines().subList(1, block.lines().size())) {
            reader.line(line);
        }
        if (reader.versions.isEmpty()) {
            throw block.lines().get(0).error("service \"%s\" has no versions".formatted(block.service()));
        }
        List<ServiceDefinition> definitions = reader.definitions();
        checkPreferred(block, definitions);
        return definitions;
    }

    private static void checkPreferred(TableBlock block, List<ServiceDefinition> definitions) {
        String wanted = block.preferred().orElse(null);
        if (wanted != null && definitions.stream().noneMatch(d -> d.version().equals(wanted))) {
            throw block.lines()
                    .get(0)
                    .error("preferred takes one of the versions of \"%s\"; got \"%s\""
                            .formatted(block.service(), wanted));
        }
    }

    private void line(Line line) {
        List<String> words = line.words();
        List<String> rest = words.subList(1, words.size());
        switch (words.get(0)) {
            case TableBlock.ALIASES, TableBlock.PREFERRED -> section = Section.HEAD;
            case "scopes" -> scopes(line, rest);
            case "endpoint" -> endpoints.add(host(line, rest));
            case "mtls" -> mtls.add(host(line, rest));
            case "regional" -> regional.add(host(line, rest));
            case "dialect" -> dialect(line, rest);
            case "versions" -> versions(line, rest);
            case "names" -> begin(line, rest, Section.NAMES);
            case "rules" -> begin(line, rest, Section.RULES);
            default -> row(line, words);
        }
    }

    private void scopes(Line line, List<String> words) {
        TableScopes target = versions.isEmpty() ? scopes : last().scopes();
        target.add(line, words);
    }

    private void dialect(Line line, List<String> words) {
        Dialect named = Dialect.ofLabel(String.join(" ", words))
                .orElseThrow(() -> line.error("dialect takes one of %s; got %s"
                        .formatted(
                                Arrays.stream(Dialect.values())
                                        .map(Dialect::label)
                                        .toList(),
                                SafeText.quoted(line.text()))));
        if (versions.isEmpty()) {
            dialect = named;
        } else {
            last().dialect(named);
        }
    }

    private EndpointRule.Row host(Line line, List<String> words) {
        if (words.size() < 2) {
            throw line.error("a host row takes locations, then a host; got " + SafeText.quoted(line.text()));
        }
        int last = words.size() - 1;
        if (!new HostForm(words.get(last)).isValid()) {
            throw line.error(
                    "a host must look like lab.example.com, lab.example.com:8443 or {location}-lab.example.com;"
                            + " got " + SafeText.quoted(words.get(last)));
        }
        return new EndpointRule.Row(words.subList(0, last), words.get(last));
    }

    private void versions(Line line, List<String> words) {
        if (words.isEmpty()) {
            throw line.error("versions takes one or more, such as v1 v1beta1; got none");
        }
        if (read.size() + words.size() > MOST_VERSIONS) {
            throw line.error("a service may have " + MOST_VERSIONS + " versions at most");
        }
        for (String version : words) {
            checkVersion(line, version);
        }
        section = Section.HEAD;
        versions.add(new TableVersions(words, scopes.copy(), dialect));
    }

    private void checkVersion(Line line, String version) {
        if (!read.add(version)) {
            throw line.error("version %s is there twice; add its rows to the first".formatted(version));
        }
        try {
            StandardForm.checked(version);
        } catch (InvalidNameException none) {
            throw line.error(String.valueOf(none.getMessage()));
        }
    }

    private void begin(Line line, List<String> words, Section next) {
        if (versions.isEmpty()) {
            throw line.error(line.words().get(0) + " must come after versions");
        }
        last().source(line, words);
        section = next;
    }

    private void row(Line line, List<String> words) {
        switch (section) {
            case NAMES -> last().name(line, words);
            case RULES -> last().rule(line, words);
            default ->
                throw line.error("unknown keyword %s; expected %s".formatted(SafeText.quoted(words.get(0)), KEYWORDS));
        }
    }

    private TableVersions last() {
        return versions.get(versions.size() - 1);
    }

    private List<ServiceDefinition> definitions() {
        String service = block.service();
        ServiceHosts hosts = ServiceHosts.of(service, endpoints, mtls, regional);
        List<ServiceDefinition> definitions = new ArrayList<>();
        for (TableVersions group : versions) {
            for (String version : group.versions()) {
                definitions.add(new ServiceDefinition(
                        service,
                        version,
                        group.dialect(),
                        rpc -> group.rules(version, rpc),
                        group.scopes().byRpc(),
                        hosts));
            }
        }
        return List.copyOf(definitions);
    }
}
