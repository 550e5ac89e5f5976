// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The facts of dialects whose operations have no metadata: they are fields of the operation itself. */
class TopLevelFacts implements OperationDialect.Facts {
    private final JsonObject json;

    TopLevelFacts(JsonObject json) {
        this.json = json;
    }

    @Override
    public Optional<Instant> createTime() {
        return json.timestamp("insertTime").or(() -> json.timestamp("startTime"));
    }

    @Override
    public Optional<Instant> endTime() {
        return json.timestamp("endTime");
    }

    @Override
    public Optional<String> verb() {
        return json.string("operationType").or(() -> json.string("type"));
    }

    @Override
    public Optional<String> target() {
        return json.string("targetLink").or(() -> json.string("targetId"));
    }

    @Override
    public Optional<String> state() {
        return json.string("status");
    }

    @Override
    public Optional<String> user() {
        return json.string("user");
    }

    @Override
    public Optional<String> apiVersion() {
        return Optional.empty();
    }

    @Override
    public Optional<Boolean> cancelRequested() {
        return Optional.empty();
    }

    @Override
    public Optional<OperationDialect.Amounts> progress() {
        OptionalDouble percent = json.number("progress");
        return percent.isEmpty()
                ? Optional.empty()
                : Optional.of(new OperationDialect.Amounts(
                        percent, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()));
    }
}
