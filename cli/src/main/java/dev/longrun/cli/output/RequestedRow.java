// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.cancel.CancelEvidence;
import dev.longrun.service.OperationName;
import java.time.Duration;
import java.util.List;

/** The service accepted a cancel request. Nothing more is known of the operation. */
public record RequestedRow(OperationName name, Duration elapsed) implements Row {
    private static final String LABEL = "REQUESTED";

    @Override
    public List<String> cells() {
        return List.of(LABEL, name.value(), Elapsed.seconds(elapsed), "0", "");
    }

    @Override
    public String json() {
        return RowJson.about(name)
                .put("outcome", LABEL)
                .put("request", CancelEvidence.RequestStatus.ACCEPTED.name())
                .put("acknowledged", false)
                .put("polls", 0)
                .put("elapsedMs", elapsed.toMillis())
                .end();
    }

    @Override
    public String serviceName() {
        return name.service().name();
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.OK;
    }
}
