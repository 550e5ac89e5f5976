// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.time.HandTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DueQueueTest {
    private final HandTime time = new HandTime(Long.MAX_VALUE - 1000); // the clock may begin anywhere
    private int fired;
    private final DueQueue queue = new DueQueue(time, () -> fired++);

    private static WatchedOperation operation(int number) {
        return new WatchedOperation(
                Reads.name("l", "o" + number),
                new WatchedParent("service", null, new ReadTime(), new PollPacer(new HandTime())));
    }

    private List<Long> takeAll(long now) {
        List<Long> taken = new ArrayList<>();
        for (WatchedOperation next = queue.takeDue(now); next != null; next = queue.takeDue(now)) {
            taken.add(next.due);
        }
        return taken;
    }

    @Test
    void givesWhatIsDueInOrderAfterManyChanges() {
        Random random = new Random(1);
        List<WatchedOperation> all = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            all.add(operation(i));
        }
        for (int i = 0; i < 10_000; i++) {
            WatchedOperation one = all.get(random.nextInt(all.size()));
            if (random.nextInt(4) == 0) {
                queue.remove(one);
            } else {
                queue.put(one, random.nextInt(500));
            }
        }
        long expected = all.stream().filter(each -> each.dueIndex >= 0).count();
        assertThat(queue.size()).isEqualTo((int) expected);
        List<Long> early = takeAll(250);
        assertThat(early).isSorted().allMatch(due -> due <= 250);
        List<Long> late = takeAll(500);
        assertThat(late).isSorted().allMatch(due -> due > 250);
        assertThat(early.size() + late.size()).isEqualTo((int) expected);
        assertThat(all).allMatch(each -> each.dueIndex == -1);
    }

    @Test
    void anOperationThatIsNeverDueIsNotInIt() {
        WatchedOperation one = operation(1);
        queue.put(one, 10);
        queue.put(one, Long.MAX_VALUE);
        assertThat(queue.size()).isZero();
        queue.remove(one);
    }

    @Test
    void oneTimerIsArmedForTheEarliest() {
        WatchedOperation one = operation(1);
        WatchedOperation other = operation(2);
        queue.put(one, 200);
        queue.put(other, 300);
        queue.arm();
        assertThat(time.pending()).isEqualTo(1);
        queue.put(other, 100);
        queue.arm();
        assertThat(time.pending()).isEqualTo(1);
        time.advance(Duration.ofNanos(99));
        assertThat(fired).isZero();
        time.advance(Duration.ofNanos(1));
        assertThat(fired).isEqualTo(1);
        queue.fired();
        assertThat(takeAll(queue.now())).containsExactly(100L);
        queue.arm();
        assertThat(time.pending()).isEqualTo(1);
        queue.remove(one);
        queue.arm();
        assertThat(time.pending()).isZero();
    }
}
