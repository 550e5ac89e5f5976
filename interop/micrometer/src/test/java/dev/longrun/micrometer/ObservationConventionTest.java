// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.CancelOutcome;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an application changes about Observations. */
@Timeout(60)
class ObservationConventionTest {
    private final ObservationFixture fixture = new ObservationFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private void assertWorks() {
        try (OperationsClient client = fixture.client()) {
            assertThat(client.canceller()
                            .cancel(ObservationFixture.name("cancels-500-o"))
                            .kind())
                    .isEqualTo(CancelOutcome.Kind.CANCELLED);
        }
    }

    @Test
    void conventionOfTheApplicationReplacesNamesAndTags() {
        class Jobs extends OperationObservationConvention
                implements GlobalObservationConvention<OperationObservationContext> {
            @Override
            public String getName() {
                return "jobs";
            }

            @Override
            public KeyValues getLowCardinalityKeyValues(OperationObservationContext context) {
                return super.getLowCardinalityKeyValues(context).and("team", "storage");
            }
        }
        fixture.observations.observationConfig().observationConvention(new Jobs());
        assertWorks();
        assertThat(fixture.meters
                        .get("jobs")
                        .tags("team", "storage", "longrun.outcome", "CANCELLED")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(fixture.meters.get("longrun.requests").timers()).isNotEmpty();
    }

    @Test
    void observationsThatAreNotWantedAreLeftOut() {
        fixture.observations
                .observationConfig()
                .observationPredicate((name, context) -> !name.equals("longrun.requests"));
        assertWorks();
        assertThat(fixture.meters.find("longrun.requests").timers()).isEmpty();
        assertThat(fixture.meters.get("longrun.operations").timer().count()).isEqualTo(1);
    }

    static Stream<ObservationHandler<Observation.Context>> brokenHandlers() {
        return Stream.of(
                new BrokenHandler() {
                    @Override
                    public void onStart(Observation.Context context) {
                        throw new IllegalStateException("start");
                    }
                },
                new BrokenHandler() {
                    @Override
                    public void onScopeOpened(Observation.Context context) {
                        throw new IllegalStateException("scope opened");
                    }
                },
                new BrokenHandler() {
                    @Override
                    public void onScopeClosed(Observation.Context context) {
                        throw new IllegalStateException("scope closed");
                    }
                },
                new BrokenHandler() {
                    @Override
                    public void onEvent(Observation.Event event, Observation.Context context) {
                        throw new IllegalStateException("event");
                    }
                },
                new BrokenHandler() {
                    @Override
                    public void onStop(Observation.Context context) {
                        throw new IllegalStateException("stop");
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("brokenHandlers")
    void handlerThatThrowsChangesNothing(ObservationHandler<Observation.Context> broken) {
        fixture.observations.observationConfig().observationHandler(broken);
        assertWorks();
    }

    private static class BrokenHandler implements ObservationHandler<Observation.Context> {
        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }
}
