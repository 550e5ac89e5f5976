// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.testkit.OperationContent.Failure;
import java.time.Duration;
import java.util.List;

/**
 * Tells an operation of a {@link FakeOperationsServer} what to become. Each method takes effect at once and keeps what
 * the others said; the last word on one subject counts.
 *
 * <pre>{@code
 * server.operation(name).cancelsAfter(Duration.ofMillis(500));                      // told what to do with a cancel
 * server.operation(name).completesAfter(seconds(5)).cancelsAfter(seconds(10));      // a cancel loses the race
 * server.operation(name).failsAnywayAfter(seconds(1)).error(8, "Out of capacity.");
 * }</pre>
 *
 * <p>An operation of which nothing is said accepts a cancel and runs on for ever. A cancel of one that ended before
 * anybody asked is answered FAILED_PRECONDITION; a repeated cancel is accepted again.
 */
public final class ScriptedOperation {

    private final StoredOperation entry;

    ScriptedOperation(StoredOperation entry) {
        this.entry = entry;
    }

    /** Ends as CANCELLED, that long after a cancel was accepted. */
    public ScriptedOperation cancelsAfter(Duration delay) {
        return afterCancel(delay, TerminalState.CANCELLED);
    }

    /** Accepts a cancel, then completes all the same. */
    public ScriptedOperation completesAnywayAfter(Duration delay) {
        return afterCancel(delay, TerminalState.COMPLETED);
    }

    /** Accepts a cancel, then ends with another error. */
    public ScriptedOperation failsAnywayAfter(Duration delay) {
        return afterCancel(delay, TerminalState.FAILED);
    }

    /** Accepts a cancel, then ends that way. */
    public ScriptedOperation afterCancel(Duration delay, TerminalState ending) {
        return script(entry.script().afterCancel(delay, ending));
    }

    /** Accepts a cancel, and nothing comes of it. */
    public ScriptedOperation neverEnds() {
        return script(Script.STUCK);
    }

    /** Answers a cancel with FAILED_PRECONDITION and runs on. */
    public ScriptedOperation refusesCancel() {
        return script(entry.script().onCancel(CancelBehavior.REFUSED));
    }

    /** Answers a cancel with 501 UNIMPLEMENTED. */
    public ScriptedOperation cancelUnimplemented() {
        return script(entry.script().onCancel(CancelBehavior.UNIMPLEMENTED));
    }

    /** Answers a cancel with the front end's HTML page for a path that does not exist. */
    public ScriptedOperation cancelReturnsHtml404() {
        return script(entry.script().onCancel(CancelBehavior.NO_SUCH_PATH));
    }

    /** Completes by itself, that long after its creation, unless a cancel ends it before. */
    public ScriptedOperation completesAfter(Duration delay) {
        return byItself(delay, TerminalState.COMPLETED);
    }

    /** Ends by itself, that long after its creation, unless a cancel ends it before. */
    public ScriptedOperation byItself(Duration delay, TerminalState ending) {
        return script(entry.script().byItself(delay, ending));
    }

    /** Has completed before anybody looked. */
    public ScriptedOperation alreadyDone() {
        return byItself(Duration.ZERO, TerminalState.COMPLETED);
    }

    /** Answers NOT_FOUND once it has been done for that long. */
    public ScriptedOperation deletedAfter(Duration kept) {
        return script(entry.script().kept(kept));
    }

    /** The metadata; unless said otherwise that of {@link Metadata#common}. */
    public ScriptedOperation metadata(Metadata metadata) {
        return wording(entry.wording().metadata(metadata));
    }

    /** The JSON of the Any it completes with; unless said otherwise {@code google.protobuf.Empty}. */
    public ScriptedOperation response(String json) {
        return wording(entry.wording().response(json));
    }

    /**
     * The error it fails with; unless said otherwise INTERNAL.
     *
     * @param code a number of {@code google.rpc.Code}, or one that does not exist yet
     * @param details each the JSON of an Any
     */
    public ScriptedOperation error(int code, String message, String... details) {
        return wording(entry.wording().error(new Failure(code, message, List.of(details))));
    }

    /** Sends {@code "done": false} while it runs, as some services do; others leave the field out. */
    public ScriptedOperation sendsDoneFalse() {
        return wording(entry.wording().sayingNotDone());
    }

    public String name() {
        return entry.name();
    }

    private ScriptedOperation script(Script script) {
        entry.script(script);
        return this;
    }

    private ScriptedOperation wording(OperationContent wording) {
        entry.wording(wording);
        return this;
    }
}
