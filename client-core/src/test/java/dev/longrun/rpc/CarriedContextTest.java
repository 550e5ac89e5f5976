// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.call.ContextCarrier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CarriedContextTest {
    private final List<String> log = new ArrayList<>();

    private ContextCarrier logging(String name) {
        return () -> task -> () -> {
            log.add(name + " on");
            task.run();
            log.add(name + " off");
        };
    }

    @Test
    void ofSeveralCarriersRestoresAll() {
        CarriedContext context = CarriedContext.capture(CarriedContext.all(List.of(logging("a"), logging("b"))));
        context.run(() -> log.add("task"));
        assertThat(log).containsExactly("b on", "a on", "task", "a off", "b off");
    }

    @Test
    void ofABrokenCarrierAndAnotherRestoresTheOther() {
        ContextCarrier cannotCapture = () -> {
            throw new IllegalStateException("mine");
        };
        ContextCarrier cannotRestore = () -> task -> () -> {
            throw new IllegalStateException("mine");
        };
        CarriedContext context =
                CarriedContext.capture(CarriedContext.all(List.of(cannotCapture, logging("a"), cannotRestore)));
        context.run(() -> log.add("task"));
        assertThat(log).containsExactly("a on", "task", "a off");
    }

    @Test
    void ofACarrierThatCannotEndItsContextIsNoFailureOfTheTask() {
        CarriedContext context = CarriedContext.capture(() -> task -> () -> {
            task.run();
            throw new IllegalStateException("mine");
        });
        context.run(() -> log.add("task"));
        assertThat(log).containsExactly("task");
    }

    @Test
    void runsATaskOnceAndPassesOnWhatItThrows() {
        ContextCarrier twice = () -> task -> () -> {
            task.run();
            task.run();
        };
        CarriedContext context = CarriedContext.capture(twice);
        context.run(() -> log.add("task"));
        assertThat(log).containsExactly("task");
        assertThatThrownBy(() -> context.run(() -> {
                    throw new IllegalArgumentException("of the task");
                }))
                .hasMessage("of the task");
        assertThat(context.get(() -> "value")).isEqualTo("value");
    }

    @Test
    void ofNoCarrierIsNothing() {
        Runnable task = () -> {};
        assertThat(CarriedContext.capture(CarriedContext.all(List.of())).wrap(task))
                .isSameAs(task);
    }
}
