// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A relative resource name (AIP-122), such as {@code projects/p/locations/us-central1/operations/o}: not encoded,
 * without service or version.
 *
 * <p>Every value can be sent. Empty segments, {@code .} and {@code ..}, slashes around it, control and invisible
 * characters, unpaired surrogates and U+FFFD are rejected, and so are copy-paste artefacts; the message then has the
 * corrected name. All else is an ordinary character, {@code %2F}, {@code ?} and {@code :} included: the last segment of
 * {@code operations/o:cancel} is an id.
 */
public record ResourceName(String value) {

    /** @throws InvalidNameException if {@code value} is not a relative resource name */
    public ResourceName {
        ResourceNameValidator.check(value);
    }

    /** @throws InvalidNameException if {@code value} is not a relative resource name */
    public static ResourceName parse(String value) {
        return new ResourceName(value);
    }

    public List<String> segments() {
        return List.of(value.split("/"));
    }

    /** The last segment. */
    public String id() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** This name less its last two segments, which are a collection and an id; empty if nothing remains. */
    public Optional<ResourceName> parent() {
        int id = value.lastIndexOf('/');
        int collection = value.lastIndexOf('/', id - 1);
        return collection <= 0 ? Optional.empty() : Optional.of(new ResourceName(value.substring(0, collection)));
    }

    /** The segment after {@code projects}: an id such as {@code acme} or {@code google.com:acme}, or a number. */
    public Optional<String> project() {
        return CollectionIds.idAfter("projects", this);
    }

    /**
     * The segment after {@code locations}, else {@code regions}, else {@code zones}. Empty if there is none, or none
     * that could be part of a host name, such as the wildcard {@code -}.
     */
    public Optional<Location> location() {
        return CollectionIds.idAfter("locations", this)
                .or(() -> CollectionIds.idAfter("regions", this))
                .or(() -> CollectionIds.idAfter("zones", this))
                .filter(Location::isId)
                .map(Location::new);
    }

    /** {@code child("operations", "o")} of {@code projects/p} is {@code projects/p/operations/o}. */
    public ResourceName child(String collection, String id) {
        ResourceNameValidator.checkSegment("collection", collection);
        ResourceNameValidator.checkSegment("id", id);
        return new ResourceName(value + '/' + collection + '/' + id);
    }

    /** Written out, as that of a record is put together at run time, in the course of the first call. */
    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResourceName that && value.equals(that.value);
    }

    /** The name alone, as it goes into messages and requests. */
    @Override
    public String toString() {
        return value;
    }
}
