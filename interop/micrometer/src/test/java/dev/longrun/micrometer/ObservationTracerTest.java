// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.observation.Observation;
import io.opentelemetry.api.trace.Span;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is captured on one thread and restored on another. */
class ObservationTracerTest {
    private final ObservationFixture fixture = new ObservationFixture();
    private final ObservationTracer tracer = new ObservationTracer(fixture.observations);
    private final Observation mine = Observation.start("mine", fixture.observations);
    private final Observation other = Observation.start("other", fixture.observations);

    @AfterEach
    void close() {
        mine.stop();
        other.stop();
        fixture.close();
    }

    @Test
    void capturedObservationIsCurrentDuringTheTaskOnly() {
        UnaryOperator<Runnable> captured = mine.scoped(tracer::capture);
        AtomicReference<Observation> during = new AtomicReference<>();
        other.scoped(() -> {
            captured.apply(() -> during.set(fixture.observations.getCurrentObservation()))
                    .run();
            assertThat(fixture.observations.getCurrentObservation()).isSameAs(other);
        });
        assertThat(during).hasValue(mine);
        assertThat(fixture.observations.getCurrentObservation()).isNull();
    }

    @Test
    void capturedAbsenceHidesWhatTheThreadHas() {
        UnaryOperator<Runnable> captured = tracer.capture();
        AtomicReference<Span> span = new AtomicReference<>();
        AtomicReference<Observation> child = new AtomicReference<>();
        other.scoped(() -> {
            captured.apply(() -> {
                        span.set(Span.current());
                        child.set(Observation.start("child", fixture.observations));
                    })
                    .run();
            assertThat(fixture.observations.getCurrentObservation()).isSameAs(other);
            assertThat(Span.current().getSpanContext().isValid()).isTrue();
        });
        child.get().stop();
        assertThat(span.get().getSpanContext().isValid()).isFalse();
        assertThat(fixture.ended("child").getParentSpanContext().isValid()).isFalse();
    }

    @Test
    void failureOfATaskIsNoErrorOfTheObservation() {
        Runnable task = mine.scoped(tracer::capture).apply(() -> {
            throw new IllegalStateException("task");
        });
        assertThatThrownBy(task::run).hasMessage("task");
        assertThat(mine.getContext().getError()).isNull();
    }
}
