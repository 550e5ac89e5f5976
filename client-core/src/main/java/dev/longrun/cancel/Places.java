// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.service.OperationName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** How far each name in a {@link Window} has come. Not thread-safe. */
final class Places {
    private final Map<OperationName, Place> places = new LinkedHashMap<>();
    private final Queue<CancelResult> unread = new ArrayDeque<>();

    private enum Stage {
        WAITING,
        BEGUN,
        NEVER_SENT,
        SENT,
        ANSWERED,
        TOLD
    }

    private static final class Place {
        private Stage stage = Stage.WAITING;
        private @Nullable CompletableFuture<?> cancel;
    }

    /** False if there is one for that name. */
    boolean add(OperationName name) {
        return places.putIfAbsent(name, new Place()) == null;
    }

    boolean begin(OperationName name) {
        return step(name, EnumSet.of(Stage.WAITING), Stage.BEGUN);
    }

    boolean send(OperationName name) {
        return step(name, EnumSet.of(Stage.BEGUN, Stage.SENT), Stage.SENT);
    }

    /** True the first time, be it that there will never be an answer. */
    boolean answer(OperationName name) {
        return step(name, EnumSet.of(Stage.BEGUN), Stage.NEVER_SENT)
                || step(name, EnumSet.of(Stage.SENT), Stage.ANSWERED);
    }

    void cancelWith(OperationName name, CompletableFuture<?> cancel) {
        Place place = places.get(name);
        if (place != null) {
            place.cancel = cancel;
        }
    }

    boolean tell(CancelResult result) {
        boolean first = step(result.name(), EnumSet.range(Stage.BEGUN, Stage.ANSWERED), Stage.TOLD);
        if (first) {
            unread.add(result);
        }
        return first;
    }

    /** The oldest unread result, whose place is free from now on. */
    Optional<CancelResult> take() {
        CancelResult result = unread.poll();
        if (result != null) {
            places.remove(result.name());
        }
        return Optional.ofNullable(result);
    }

    void dropWaiting() {
        places.values().removeIf(place -> place.stage == Stage.WAITING);
    }

    /** Those whose request may have left and whose end is not known. */
    List<OperationName> sent() {
        Set<Stage> sent = EnumSet.of(Stage.SENT, Stage.ANSWERED);
        return places.entrySet().stream()
                .filter(each -> sent.contains(each.getValue().stage))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<CompletableFuture<?>> underWay() {
        List<CompletableFuture<?>> cancels = new ArrayList<>();
        places.values().stream()
                .filter(place -> place.stage != Stage.TOLD && place.cancel != null)
                .forEach(place -> cancels.add(place.cancel));
        return cancels;
    }

    int size() {
        return places.size();
    }

    int unread() {
        return unread.size();
    }

    private boolean step(OperationName name, Set<Stage> from, Stage to) {
        Place place = places.get(name);
        if (place == null || !from.contains(place.stage)) {
            return false;
        }
        place.stage = to;
        return true;
    }
}
