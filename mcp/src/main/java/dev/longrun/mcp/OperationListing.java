// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import dev.longrun.cli.output.OperationRow;
import dev.longrun.cli.output.RowJson;
import dev.longrun.operation.OperationPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The operations of a list, up to a limit. One thread at a time. */
final class OperationListing {
    private final int limit;
    private final List<String> rows = new ArrayList<>();
    private final List<String> unreachable = new ArrayList<>();
    private final List<String> unusable = new ArrayList<>();
    private final Instant now;
    private boolean more;

    OperationListing(int limit, Instant now) {
        this.limit = limit;
        this.now = now;
    }

    /** @param hasNext whether another page follows */
    void add(OperationPage page, boolean hasNext) {
        int room = limit - rows.size();
        page.operations().stream().limit(room).forEach(operation -> rows.add(new OperationRow(operation, now).json()));
        unreachable.addAll(page.unreachable());
        unusable.addAll(page.unusable());
        more = hasNext || page.size() > room;
    }

    boolean isFull() {
        return rows.size() >= limit;
    }

    /** {@code more} is true if operations follow that are not here. */
    String json() {
        return RowJson.object()
                .putRaw("operations", rows)
                .put("more", more)
                .put("unreachable", unreachable)
                .put("unusable", unusable)
                .end();
    }
}
