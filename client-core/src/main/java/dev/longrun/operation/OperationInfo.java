// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the metadata of any service says of an operation, under one set of names.
 *
 * <p>Services spell these facts in many ways ({@code createTime}, {@code genericMetadata.createTime}, {@code startTime};
 * {@code cancelRequested}, {@code requestedCancellation}, {@code cancelTime}, {@code state: CANCELLING}). What a service
 * does not say is empty, never guessed.
 *
 * @param createTime when the operation began
 * @param endTime when it ended
 * @param verb what it does, as the service words it: {@code create}, {@code UPDATE_CLUSTER}
 * @param target the resource that it works on
 * @param progress how far it is
 * @param cancelRequested whether the server holds a request to cancel it; empty where the metadata has no such field
 * @param apiVersion the API version that started it
 */
public record OperationInfo(
        Optional<Instant> createTime,
        Optional<Instant> endTime,
        Optional<String> verb,
        Optional<String> target,
        Optional<Progress> progress,
        Optional<Boolean> cancelRequested,
        Optional<String> apiVersion) {

    static OperationInfo of(Operation operation) {
        return operation
                .json()
                .object("metadata")
                .map(metadata -> MetadataSpellings.read(operation.name().value(), metadata))
                .orElseGet(() -> new OperationInfo(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** How old the operation was at {@code now}; empty where the service does not say when it began. */
    public Optional<Duration> age(Instant now) {
        return createTime.map(created -> Duration.between(created, now));
    }
}
