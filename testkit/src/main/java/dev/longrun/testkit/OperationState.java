// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Where an operation stands, as the server knows it, whatever its answers made a client believe. */
public sealed interface OperationState {

    Instant created();

    /** When a cancel was first accepted; empty if none was. */
    default Optional<Instant> cancelAccepted() {
        return Optional.empty();
    }

    /** Empty while it runs. Deleting changes nothing about how an operation ended. */
    default Optional<TerminalState> ending() {
        return Optional.empty();
    }

    /** One function a form, in the order of an operation's life. */
    <T> T fold(
            Function<? super Running, ? extends T> running,
            Function<? super Cancelling, ? extends T> cancelling,
            Function<? super Ended, ? extends T> ended,
            Function<? super Deleted, ? extends T> deleted);

    /** Runs, and nobody's cancel was accepted. */
    record Running(Instant created) implements OperationState {
        @Override
        public <T> T fold(
                Function<? super Running, ? extends T> running,
                Function<? super Cancelling, ? extends T> cancelling,
                Function<? super Ended, ? extends T> ended,
                Function<? super Deleted, ? extends T> deleted) {
            return running.apply(this);
        }
    }

    /** Still runs after a cancel was accepted. */
    record Cancelling(Instant created, Instant accepted) implements OperationState {
        @Override
        public Optional<Instant> cancelAccepted() {
            return Optional.of(accepted);
        }

        @Override
        public <T> T fold(
                Function<? super Running, ? extends T> running,
                Function<? super Cancelling, ? extends T> cancelling,
                Function<? super Ended, ? extends T> ended,
                Function<? super Deleted, ? extends T> deleted) {
            return cancelling.apply(this);
        }
    }

    /** Is done, and no longer changes. */
    record Ended(OperationState before, Instant at, TerminalState as) implements OperationState {
        @Override
        public Instant created() {
            return before.created();
        }

        @Override
        public Optional<Instant> cancelAccepted() {
            return before.cancelAccepted();
        }

        @Override
        public Optional<TerminalState> ending() {
            return Optional.of(as);
        }

        @Override
        public <T> T fold(
                Function<? super Running, ? extends T> running,
                Function<? super Cancelling, ? extends T> cancelling,
                Function<? super Ended, ? extends T> ended,
                Function<? super Deleted, ? extends T> deleted) {
            return ended.apply(this);
        }
    }

    /** Answers NOT_FOUND: deleted by a request, or dropped some time after it ended. */
    record Deleted(OperationState before, Instant at) implements OperationState {
        @Override
        public Instant created() {
            return before.created();
        }

        @Override
        public Optional<Instant> cancelAccepted() {
            return before.cancelAccepted();
        }

        @Override
        public Optional<TerminalState> ending() {
            return before.ending();
        }

        @Override
        public <T> T fold(
                Function<? super Running, ? extends T> running,
                Function<? super Cancelling, ? extends T> cancelling,
                Function<? super Ended, ? extends T> ended,
                Function<? super Deleted, ? extends T> deleted) {
            return deleted.apply(this);
        }
    }
}
