// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the script and the content of an operation from a control request. What is left out has its default. */
final class ScriptBody {

    private ScriptBody() {}

    /** Accepts a cancel and never ends, unless the body says otherwise. */
    static Script script(ControlBody body) {
        Script script = Script.STUCK;
        Optional<ScheduledEnd> afterCancel = end(body, "afterCancel");
        if (afterCancel.isPresent()) {
            script = script.afterCancel(
                    afterCancel.get().after(), afterCancel.get().as());
        }
        Optional<ScheduledEnd> byItself = end(body, "byItself");
        if (byItself.isPresent()) {
            script = script.byItself(byItself.get().after(), byItself.get().as());
        }
        Optional<ScriptedCancel> onCancel = body.oneOf("onCancel", ScriptedCancel.class);
        if (onCancel.isPresent()) {
            script = script.onCancel(onCancel.get().behavior);
        }
        Optional<Duration> kept = body.duration("keptFor");
        return kept.isPresent() ? script.kept(kept.get()) : script;
    }

    static OperationContent content(ControlBody body) {
        OperationContent content = OperationContent.PLAIN;
        Optional<String> metadata = body.raw("metadata");
        if (metadata.isPresent()) {
            content = content.metadata(Metadata.of(metadata.get()));
        }
        Optional<String> response = body.raw("response");
        if (response.isPresent()) {
            content = content.response(response.get());
        }
        Optional<ControlBody> error = body.object("error");
        if (error.isPresent()) {
            content = content.error(error(error.get()));
        }
        if (body.bool("sendsDoneFalse").orElse(false)) {
            content = content.withDoneFalse();
        }
        Optional<Duration> start = body.duration("startsAfter");
        return start.isPresent() ? content.startsAfter(start.get()) : content;
    }

    private static Optional<ScheduledEnd> end(ControlBody body, String field) {
        return body.object(field).map(end -> {
            ScheduledEnd scheduled = new ScheduledEnd(
                    end.duration("delay").orElse(Duration.ZERO),
                    end.oneOf("state", TerminalState.class)
                            .orElseThrow(() -> new IllegalArgumentException(field + ".state: expected one of "
                                    + Arrays.toString(TerminalState.values()) + "; got none")));
            end.requireNoOther();
            return scheduled;
        });
    }

    private static OperationContent.ErrorStatus error(ControlBody error) {
        OperationContent.ErrorStatus status = new OperationContent.ErrorStatus(
                error.integer("code", Integer.MIN_VALUE, Integer.MAX_VALUE)
                        .orElse(13L)
                        .intValue(),
                error.string("message").orElse(""),
                List.of(error.objects("details").orElse(new String[0])));
        error.requireNoOther();
        return status;
    }

    /** The behaviours that can be scripted; the others follow from the state of the operation. */
    private enum ScriptedCancel {
        ACCEPTED(CancelBehavior.ACCEPTED),
        REJECTED(CancelBehavior.REJECTED),
        UNIMPLEMENTED(CancelBehavior.UNIMPLEMENTED),
        HTML_404(CancelBehavior.NO_SUCH_PATH);

        private final CancelBehavior behavior;

        ScriptedCancel(CancelBehavior behavior) {
            this.behavior = behavior;
        }
    }
}
