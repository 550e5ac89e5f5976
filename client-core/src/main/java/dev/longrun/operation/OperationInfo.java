// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What the metadata of any service says of an operation, under one set of names.
 *
 * <p>Services spell these facts in many ways ({@code createTime}, {@code genericMetadata.createTime},
 * {@code startTime}; {@code cancelRequested}, {@code requestedCancellation}, {@code cancelTime}, {@code state:
 * CANCELLING}). What a service does not say is empty, never guessed. Each fact is looked for when it is asked for.
 * Immutable.
 */
public final class OperationInfo {
    private final MetadataFieldAliases metadata;

    private OperationInfo(MetadataFieldAliases metadata) {
        this.metadata = metadata;
    }

    static OperationInfo of(Operation operation) {
        Optional<JsonObject> json = operation.json().object("metadata");
        return new OperationInfo(new MetadataFieldAliases(operation.name().value(), json));
    }

    /** When the operation began. */
    public Optional<Instant> createTime() {
        return metadata.createTime();
    }

    /** When it ended. */
    public Optional<Instant> endTime() {
        return metadata.endTime();
    }

    /** What it does, as the service words it: {@code create}, {@code UPDATE_CLUSTER}. */
    public Optional<String> verb() {
        return metadata.verb();
    }

    /** The resource that it works on. */
    public Optional<String> target() {
        return metadata.target();
    }

    /** How it is, as the service words it: {@code PENDING}, {@code RUNNING}. */
    public Optional<String> state() {
        return metadata.state();
    }

    /** How far it is. */
    public Optional<Progress> progress() {
        return metadata.progress();
    }

    /** Whether the server holds a request to cancel it; empty where the metadata has no such field. */
    public Optional<Boolean> cancelRequested() {
        return metadata.cancelRequested();
    }

    /** The API version that started it. */
    public Optional<String> apiVersion() {
        return metadata.apiVersion();
    }

    /** How old the operation was at {@code now}; empty where the service does not say when it began. */
    public Optional<Duration> age(Instant now) {
        return createTime().map(created -> Duration.between(created, now));
    }

    /** What the service says, and nothing of what it does not: {@code [createTime=…, verb=create]}. */
    @Override
    public String toString() {
        StringJoiner said = new StringJoiner(", ", "[", "]");
        createTime().ifPresent(value -> said.add("createTime=" + value));
        endTime().ifPresent(value -> said.add("endTime=" + value));
        verb().ifPresent(value -> said.add("verb=" + value));
        target().ifPresent(value -> said.add("target=" + value));
        state().ifPresent(value -> said.add("state=" + value));
        progress().ifPresent(value -> said.add("progress=" + value));
        cancelRequested().ifPresent(value -> said.add("cancelRequested=" + value));
        apiVersion().ifPresent(value -> said.add("apiVersion=" + value));
        return said.toString();
    }
}
