// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.service.OperationParent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations that are watched under one parent, and what lists of that parent are known to be worth. */
final class ParentGroup {
    static final int PAGE_SIZE = 500;
    private static final Duration DISTRUST = Duration.ofMinutes(10);
    private static final int MISSED_TOO_OFTEN = 3;

    private final @Nullable OperationParent parent;
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private int pages;
    private int missed;
    private final Suspension lists = new Suspension(DISTRUST);
    private final Suspension waits = new Suspension(DISTRUST);
    private final Set<Target> held = new LinkedHashSet<>();
    private boolean listing;

    ParentGroup(Optional<OperationParent> parent) {
        this.parent = parent.orElse(null);
    }

    Optional<OperationParent> parent() {
        return Optional.ofNullable(parent);
    }

    Map<String, Target> targets() {
        return targets;
    }

    /** Whether a list may be tried: the service has one, it is not under way, and the last ones told the truth. */
    boolean listable(long now) {
        return parent != null && !listing && !lists.inForce(now);
    }

    /** What a list costs: what the last one did, or what those watched fill. */
    int expectedPages() {
        return Math.max(pages, (targets.size() + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    boolean isListing() {
        return listing;
    }

    void setListing(boolean value) {
        listing = value;
    }

    /** Those that came due while a list was under way, which may show them. */
    Set<Target> held() {
        return held;
    }

    void listed(int pagesRead) {
        pages = pagesRead;
    }

    /** It was broken off after more pages than it was worth; there is at least one more. */
    void listedTooLong(int pagesRead) {
        pages = pagesRead * 2;
    }

    /** A whole list did not show an operation that a get then found. */
    void missed(long now) {
        missed++;
        if (missed >= MISSED_TOO_OFTEN) {
            distrust(now);
        }
    }

    /** Lists are refused, or do not show what gets show: none for a while. */
    void distrust(long now) {
        lists.begin(now);
        missed = 0;
    }

    boolean waitable(long now) {
        return !waits.inForce(now);
    }

    void waitFailed(long now) {
        waits.begin(now);
    }
}
