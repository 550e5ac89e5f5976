// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.service.OperationName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The stage of each name in an {@link InFlightWindow}, from the source until its result is read. Not thread-safe. */
final class InFlightTable {
    private final Map<OperationName, Entry> entries = new LinkedHashMap<>();
    private final Queue<CancelResult> unread = new ArrayDeque<>();

    private enum Stage {
        /** Waits for a permit. */
        WAITING,
        /** Its cancel has begun, and no request has left. */
        BEGUN,
        /** A request may have left. */
        SENT,
        /** Its result is known and has not been read. */
        UNREAD
    }

    private static final class Entry {
        private Stage stage = Stage.WAITING;
        private @Nullable CompletableFuture<?> cancel;
    }

    /** Returns false if the name is in the table. */
    boolean add(OperationName name) {
        return entries.putIfAbsent(name, new Entry()) == null;
    }

    /** Returns false if the name was dropped. */
    boolean begin(OperationName name) {
        Entry entry = entries.get(name);
        if (entry == null || entry.stage != Stage.WAITING) {
            return false;
        }
        entry.stage = Stage.BEGUN;
        return true;
    }

    /** Returns false if the name has a result or was dropped. */
    boolean send(OperationName name) {
        Entry entry = entries.get(name);
        if (entry == null || entry.stage != Stage.BEGUN && entry.stage != Stage.SENT) {
            return false;
        }
        entry.stage = Stage.SENT;
        return true;
    }

    void cancelWith(OperationName name, CompletableFuture<?> cancel) {
        Entry entry = entries.get(name);
        if (entry != null) {
            entry.cancel = cancel;
        }
    }

    /** Returns true for the first result of a name whose cancel has begun. */
    boolean end(CancelResult result) {
        Entry entry = entries.get(result.name());
        if (entry == null || entry.stage != Stage.BEGUN && entry.stage != Stage.SENT) {
            return false;
        }
        entry.stage = Stage.UNREAD;
        unread.add(result);
        return true;
    }

    /** The oldest unread result, which leaves the table; null if there is none. */
    @Nullable
    CancelResult take() {
        CancelResult result = unread.poll();
        if (result != null) {
            entries.remove(result.name());
        }
        return result;
    }

    void dropWaiting() {
        entries.values().removeIf(entry -> entry.stage == Stage.WAITING);
    }

    /** The names of which a request may have left and no result is known. */
    List<OperationName> sent() {
        List<OperationName> names = new ArrayList<>();
        entries.forEach((name, entry) -> {
            if (entry.stage == Stage.SENT) {
                names.add(name);
            }
        });
        return names;
    }

    /** The cancels without a result. */
    List<CompletableFuture<?>> underWay() {
        List<CompletableFuture<?>> cancels = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (entry.stage != Stage.UNREAD && entry.cancel != null) {
                cancels.add(entry.cancel);
            }
        }
        return cancels;
    }

    int size() {
        return entries.size();
    }

    int unread() {
        return unread.size();
    }
}
