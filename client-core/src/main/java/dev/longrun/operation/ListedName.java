// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.json.JsonObject;
import dev.longrun.name.ResourceName;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The name of an operation in a list whose entries have an id and a {@code selfLink}. The parent that was asked for is
 * part of the name; where the parent has {@code -}, the link has the segment.
 */
final class ListedName {
    private static final String ANY = "-";
    /** GKE lists zonal operations of {@code locations/-} with links below {@code zones}. */
    private static final Set<String> LOCATIONS = Set.of("locations", "zones", "regions");

    private ListedName() {}

    /** Empty if the entry has no id, or if only a link could tell its parent and there is none. */
    static Optional<String> of(OperationParent parent, JsonObject entry, String idField) {
        return entry.string(idField).filter(id -> !id.isEmpty()).flatMap(id -> of(parent, linked(parent, entry), id));
    }

    private static Optional<String> of(OperationParent parent, Optional<String> linked, String id) {
        String[] asked = parent.value().split("/", -1);
        if (linked.isEmpty()) {
            return isPlace(parent, asked, id) ? Optional.of(named(asked, id)) : Optional.empty();
        }
        String[] shown = linked.get().split("/", -1);
        if (shown.length != asked.length + 2) {
            return linked;
        }
        for (int i = 0; i < asked.length; i++) {
            if (asked[i].equals(ANY)) {
                asked[i] = shown[i];
            } else if (!isSame(asked, shown, i)) {
                return linked; // of another parent
            }
        }
        return Optional.of(named(asked, id));
    }

    /** Whether the operations are of the parent itself, not of all places in it. */
    private static boolean isPlace(OperationParent parent, String[] asked, String id) {
        return !Arrays.asList(asked).contains(ANY)
                && parent.service().documents(ApiMethod.GET, ResourceName.parse(named(asked, id)));
    }

    private static String named(String[] parent, String id) {
        return String.join("/", parent) + "/operations/" + id;
    }

    /** A link may have a project's number for its id. */
    private static boolean isSame(String[] asked, String[] shown, int i) {
        boolean isProject = i > 0 && asked[i - 1].equals("projects");
        return asked[i].equals(shown[i])
                || isProject && isNumber(asked[i]) != isNumber(shown[i])
                || LOCATIONS.contains(asked[i]) && LOCATIONS.contains(shown[i]);
    }

    private static boolean isNumber(String id) {
        return id.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The name in the link, whatever host it has: a server may write its own. */
    private static Optional<String> linked(OperationParent parent, JsonObject entry) {
        try {
            return entry.string("selfLink")
                    .map(link -> URI.create(link).getRawPath())
                    .map(path -> "https://" + parent.service().name() + path)
                    .map(url -> OperationName.of(parent.service(), url).value());
        } catch (IllegalArgumentException otherVersion) {
            return Optional.empty();
        }
    }

    /** {@code compute#operationList}, {@code sql#operationsList}: a list that may have no other field of use. */
    static boolean isKindOfList(JsonObject json) {
        return json.string("kind")
                .map(kind -> kind.toLowerCase(Locale.ROOT))
                .filter(kind -> kind.endsWith("#operations") || kind.contains("operation") && kind.contains("list"))
                .isPresent();
    }
}
