// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static dev.longrun.tests.Outcomes.kind;

import dev.longrun.cancel.CancelOutcome;
import org.assertj.core.api.Condition;

/** Conditions on outcomes, for assertions. */
final class Outcomes {
    private Outcomes() {}

    /** {@code assertThat(outcome).is(kind(CANCELLED))}. */
    static Condition<CancelOutcome> kind(CancelOutcome.Kind kind) {
        return new Condition<>(outcome -> outcome.kind() == kind, "of kind %s", kind);
    }
}
