// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import java.io.IOException;

/** The rows of a report, which can be read more than once. */
@FunctionalInterface
interface RowSource {

    /** Passes on each row in order. */
    void forEach(Sink<ReportRow> sink) throws IOException;

    /** Passes on the {@link ReportRow#json} of each row in order. */
    default void forEachJson(Sink<String> sink) throws IOException {
        forEach(row -> sink.accept(row.json()));
    }

    /** Takes rows in a form. */
    @FunctionalInterface
    interface Sink<T> {
        void accept(T row) throws IOException;
    }
}
