// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.testkit.OperationContent.ErrorStatus;
import java.time.Duration;
import java.util.List;

/**
 * Scripts an operation of a {@link FakeOperationsServer}. Each method takes effect at once and keeps what other methods
 * set; of two calls on one subject the later one counts. Thread-safe.
 *
 * <pre>{@code
 * server.operation(name).cancelsAfter(Duration.ofMillis(500));                      // after an accepted cancel
 * server.operation(name).completesAfter(seconds(5)).cancelsAfter(seconds(10));      // a cancel loses the race
 * server.operation(name).failsAnywayAfter(seconds(1)).error(8, "Out of capacity.");
 * }</pre>
 *
 * <p>By default an operation accepts a cancel and never ends. The first cancel of an operation that has ended is
 * rejected with FAILED_PRECONDITION; a repeated cancel is accepted.
 */
public final class ScriptedOperation {

    private final StoredOperation stored;

    ScriptedOperation(StoredOperation stored) {
        this.stored = stored;
    }

    /** Ends as CANCELLED, {@code delay} after the first accepted cancel. */
    public ScriptedOperation cancelsAfter(Duration delay) {
        return afterCancel(delay, TerminalState.CANCELLED);
    }

    /** Accepts a cancel, then completes {@code delay} later. */
    public ScriptedOperation completesAnywayAfter(Duration delay) {
        return afterCancel(delay, TerminalState.COMPLETED);
    }

    /** Accepts a cancel, then fails {@code delay} later. */
    public ScriptedOperation failsAnywayAfter(Duration delay) {
        return afterCancel(delay, TerminalState.FAILED);
    }

    /** Accepts a cancel, then ends in the given way {@code delay} later. */
    public ScriptedOperation afterCancel(Duration delay, TerminalState ending) {
        return script(stored.script().afterCancel(delay, ending));
    }

    /** Accepts a cancel and never ends. */
    public ScriptedOperation neverEnds() {
        return script(Script.STUCK);
    }

    /** Rejects a cancel with FAILED_PRECONDITION and runs on. */
    public ScriptedOperation rejectsCancel() {
        return script(stored.script().onCancel(CancelBehavior.REJECTED));
    }

    /** Rejects a cancel with 501 UNIMPLEMENTED. */
    public ScriptedOperation cancelUnimplemented() {
        return script(stored.script().onCancel(CancelBehavior.UNIMPLEMENTED));
    }

    /** Responds to a cancel with the HTML 404 of Google's front end, as for an unknown path. */
    public ScriptedOperation cancelReturnsHtml404() {
        return script(stored.script().onCancel(CancelBehavior.NO_SUCH_PATH));
    }

    /** Completes by itself, {@code delay} after its creation, unless a cancel ends it earlier. */
    public ScriptedOperation completesAfter(Duration delay) {
        return byItself(delay, TerminalState.COMPLETED);
    }

    /** Ends by itself, {@code delay} after its creation, unless a cancel ends it earlier. */
    public ScriptedOperation byItself(Duration delay, TerminalState ending) {
        return script(stored.script().byItself(delay, ending));
    }

    /** Has completed at its creation. */
    public ScriptedOperation alreadyDone() {
        return byItself(Duration.ZERO, TerminalState.COMPLETED);
    }

    /** Is NOT_FOUND from {@code kept} after its end. */
    public ScriptedOperation deletedAfter(Duration kept) {
        return script(stored.script().kept(kept));
    }

    /**
     * Sets the metadata; the default is of the service's own type where the path tells it, else none. In dialects
     * without metadata, its fields {@code verb}, {@code target}, {@code user} and {@code progressPercent} become those
     * of the operation.
     */
    public ScriptedOperation metadata(Metadata metadata) {
        return content(stored.content().metadata(metadata));
    }

    /**
     * Sets the response, the JSON of an Any; the default is of the service's own type where the path tells it, else
     * {@code google.protobuf.Empty}.
     */
    public ScriptedOperation response(String json) {
        return content(stored.content().response(json));
    }

    /**
     * Sets the error of a failed operation; the default is INTERNAL.
     *
     * @param code a number of {@code google.rpc.Code}, or an unknown number
     * @param details each the JSON of an Any
     */
    public ScriptedOperation error(int code, String message, String... details) {
        return content(stored.content().error(new ErrorStatus(code, message, List.of(details))));
    }

    /** Sends {@code "done": false} while it runs, as some services do. By default the field is left out. */
    public ScriptedOperation sendsDoneFalse() {
        return content(stored.content().withDoneFalse());
    }

    /** Is {@code PENDING} until {@code delay} after its creation, in dialects that tell. */
    public ScriptedOperation startsAfter(Duration delay) {
        return content(stored.content().startsAfter(delay));
    }

    public String name() {
        return stored.name();
    }

    private ScriptedOperation script(Script script) {
        stored.script(script);
        return this;
    }

    private ScriptedOperation content(OperationContent content) {
        stored.content(content);
        return this;
    }
}
