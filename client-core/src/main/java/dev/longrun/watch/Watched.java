// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.time.TimeSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is watched: what, under which parent, and due when. Confined to its own lock, which is the watcher's. */
final class Watched {
    private static final int WAITS_AT_ONCE = 4;

    private final Map<OperationName, Target> targets = new HashMap<>();
    private final Map<Optional<OperationParent>, ParentGroup> groups = new HashMap<>();
    private final Schedule schedule;
    private final Alarm alarm;
    private int waits;

    /** @param tick is run, without the lock, when something is due */
    Watched(TimeSource time, Runnable tick) {
        this.schedule = new Schedule(time.nanoTime());
        this.alarm = new Alarm(time, tick);
    }

    Target target(OperationName name) {
        return targets.computeIfAbsent(name, this::newTarget);
    }

    private Target newTarget(OperationName name) {
        ParentGroup group = groups.computeIfAbsent(name.parent(), ParentGroup::new);
        Target target = new Target(name, group);
        group.targets().put(name.value(), target);
        return target;
    }

    List<Target> all() {
        return List.copyOf(targets.values());
    }

    int size() {
        return targets.size();
    }

    /** Removes and returns those that are due, until they are planned anew. */
    List<Target> takeDue(long now) {
        return schedule.takeDue(now);
    }

    /** For when its most eager waiter wants it. */
    void plan(Target target) {
        plan(target, target.due());
    }

    void plan(Target target, long due) {
        schedule.put(target, due);
    }

    /** To be called after plans were made. */
    void setAlarm() {
        alarm.set(schedule.next());
    }

    void forget(Target target) {
        schedule.remove(target);
        targets.remove(target.name(), target);
        ParentGroup group = target.group();
        group.held().remove(target);
        group.targets().remove(target.name().value(), target);
        if (group.targets().isEmpty()) {
            groups.remove(group.parent(), group);
        }
    }

    /** Whether one more wait of the server's leaves enough room for other calls. */
    boolean hasRoomToWait() {
        return waits < WAITS_AT_ONCE;
    }

    void waitBegan() {
        waits++;
    }

    void waitEnded() {
        waits--;
    }
}
