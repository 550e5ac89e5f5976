// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.call.ClientListener;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several observers of one command, in their order: each sees the code that the one before it made of it. */
public record RunObservers(List<RunObserver> all) implements RunObserver {

    public RunObservers {
        all = List.copyOf(all);
    }

    @Override
    public List<ClientListener> listeners() {
        return all.stream().flatMap(each -> each.listeners().stream()).toList();
    }

    @Override
    public void begin(RowPrinter rows) {
        all.forEach(each -> each.begin(rows));
    }

    @Override
    public void ended(OperationName name, @Nullable Row row, @Nullable Throwable failure) {
        all.forEach(each -> each.ended(name, row, failure));
    }

    @Override
    public void rejected(String text, RuntimeException failure) {
        all.forEach(each -> each.rejected(text, failure));
    }

    @Override
    public void saw(Operation snapshot) {
        all.forEach(each -> each.saw(snapshot));
    }

    @Override
    public List<String> interrupted(Collection<OperationName> pending, long notBegun) {
        return all.stream()
                .flatMap(each -> each.interrupted(pending, notBegun).stream())
                .toList();
    }

    @Override
    public ExitCode end(ExitCode code) {
        ExitCode worst = code;
        for (RunObserver each : all) {
            worst = each.end(worst);
        }
        return worst;
    }
}
