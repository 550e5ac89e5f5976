// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.name.InvalidNameException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Services written down as text, one block each:
 *
 * <pre>
 * # a comment runs to the end of the line
 * service  file.googleapis.com
 * aliases  filestore                      # other short names people use
 * preferred v1                            # the version to use unasked, if not the newest stable one
 * dialect  longrunning                    # or compute, container, sqladmin, dns
 * scopes   cloud-platform                 # of https://www.googleapis.com/auth/, any one suffices
 * scopes   list cloud-platform.read-only  # for one rpc only
 * endpoint us eu  file.{location}.rep.googleapis.com
 * endpoint region {location}-file.googleapis.com
 * mtls     region {location}-file.mtls.googleapis.com
 * regional us-central1 us-east1 file.{location}.rep.googleapis.com
 * versions v1 v1beta1                     # what follows holds for each of these
 * names
 *   projects/&#42;/locations/&#42;/operations/*  get list cancel delete
 * rules
 *   cancel GET /{version}/{name=projects/&#42;/operations/*}:cancel
 *   get GET /files/{version}/s/{share}/operations/{operation}  projects/_/shares/&#42;/operations/*
 * rules discovery                         # only the discovery documents have what follows
 * versions v2                             # and so on
 * </pre>
 *
 * <p><b>endpoint</b>, <b>mtls</b>: locations, then the host for them; {@code region} is any region with its zones,
 * {@code *} any location; the first row that fits holds. Without one it is {@code SERVICE.googleapis.com},
 * {@code SERVICE.mtls.googleapis.com}. <b>regional</b>: locations, then a host for them that is used only when asked
 * for.
 *
 * <p><b>names</b>: a name pattern, then the rpcs that are bound for it in the regular form, which is {@code GET
 * /{version}/{name=PATTERN}} for get, {@code DELETE} the same, {@code POST …:cancel} and {@code POST …:wait} with
 * {@code body: "*"}, written {@code cancel-} and {@code wait-} if the binding has no body; for list {@code GET
 * /{version}/{name=PARENT}/operations}, where PARENT is the pattern less {@code /operations/*}.
 *
 * <p><b>rules</b>: any other binding as it is: rpc, HTTP method with a star if there is {@code body: "*"}, template.
 * Only {@code {version}} is replaced. Where the path has the name in another form, a pattern of the names follows; its
 * wildcards are the template's variables, in order. Sections may alternate; within an rpc, the rows' order is the order
 * of its bindings.
 *
 * <p>After {@code names} and {@code rules} may stand the only source that has the rows up to the next section:
 * {@code protos} or {@code discovery}. Without one, both have them.
 *
 * <p>Before {@code versions}, scopes and the dialect are for all versions of the service; after it, for those alone.
 *
 * <p>A block is read on the first use of its service, its templates on the first use of their method. Thread-safe.
 */
public final class ServiceTable {
    private final Map<String, TableBlock> blocks;
    private final Map<String, List<ServiceDefinition>> definitions = new ConcurrentHashMap<>();
    private final Map<String, Optional<String>> preferred = new ConcurrentHashMap<>();

    private ServiceTable(Map<String, TableBlock> blocks) {
        this.blocks = Collections.unmodifiableMap(new TreeMap<>(blocks));
    }

    /**
     * @param source what messages call the table, such as its file name
     * @throws IllegalArgumentException if the text does not begin with a block; errors inside a block are reported when
     *     it is read
     */
    public static ServiceTable parse(String source, String text) {
        return new ServiceTable(TableBlock.split(source, text));
    }

    /** Reads UTF-8 and closes {@code in}. A module passes its own resource, since only it can open it. */
    public static ServiceTable read(String source, InputStream in) {
        try (in) {
            return parse(source, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }

    /**
     * Reads a file of definitions, all of it, so that a mistake anywhere in it is found now.
     *
     * <pre>{@code
     * ServiceRegistry.load().withDefinitions(ServiceTable.file(Path.of("lab.services")))
     * }</pre>
     *
     * @param file UTF-8, 1 MiB at most
     * @throws dev.longrun.error.ConfigurationException if it cannot be read; the message has its name
     * @throws IllegalArgumentException if it breaks the grammar; the message begins with file and line
     */
    public static ServiceTable file(Path file) {
        return DefinitionFile.read(file);
    }

    /** The services in it, as in {@code file.googleapis.com}. */
    public Set<String> services() {
        return blocks.keySet();
    }

    /** The short names of a service: the one in its name, then aliases. */
    public List<String> shortNames(String service) {
        return Optional.ofNullable(blocks.get(service))
                .map(TableBlock::shortNames)
                .orElse(List.of());
    }

    /** The version of a service to use unasked, where it is not the newest stable one. */
    Optional<String> preferred(String service) {
        TableBlock block = blocks.get(service);
        return block == null ? Optional.empty() : preferred.computeIfAbsent(service, s -> block.preferred());
    }

    /**
     * All versions of a service in the table's order; none if it does not have the service.
     *
     * @throws IllegalArgumentException if the block breaks the grammar; the message says in which line
     */
    public List<ServiceDefinition> definitions(String service) {
        TableBlock block = blocks.get(service);
        return block == null ? List.of() : definitions.computeIfAbsent(service, s -> TableReader.read(block));
    }

    /**
     * @throws InvalidNameException if the table does not have that version of that service
     * @throws IllegalArgumentException if the block breaks the grammar, as {@link #definitions} says
     */
    public ServiceDefinition definition(String service, String version) {
        List<ServiceDefinition> versions = definitions(service);
        for (ServiceDefinition definition : versions) {
            if (definition.version().equals(version)) {
                return definition;
            }
        }
        throw new InvalidNameException(
                versions.isEmpty()
                        ? "there is no service " + service + " in this table"
                        : "version of " + service + " must be " + anyOf(versions) + "; got \"" + version + '"');
    }

    private static String anyOf(List<ServiceDefinition> versions) {
        return versions.stream().map(ServiceDefinition::version).collect(Collectors.joining(" or "));
    }
}
