// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationInfo;
import java.util.OptionalLong;
import java.util.StringJoiner;

/** What a snapshot of an operation says, in the command's words. */
public final class OperationFormatter {
    private OperationFormatter() {}

    static String state(Operation operation) {
        return operation.state().name();
    }

    /** {@code at 40 %}; empty where the service does not tell. */
    public static String progress(Operation operation) {
        return operation
                .info()
                .progress()
                .map(OperationInfo.Progress::describe)
                .map(text -> "at " + text)
                .orElse("");
    }

    /** The target without the project and the location that the operation's name has too. */
    static String target(Operation operation) {
        String target = operation.info().target().orElse("");
        String place =
                operation.name().resource().parent().map(parent -> parent + "/").orElse("");
        int at = place.isEmpty() ? -1 : target.indexOf(place);
        return at < 0 || at + place.length() == target.length() ? target : target.substring(at + place.length());
    }

    /** {@code 40%}, {@code 12/30}: no space, so that a cell stays one word. */
    static String progressCell(Operation operation) {
        return operation.info().progress().map(OperationFormatter::cell).orElse("");
    }

    private static String cell(OperationInfo.Progress progress) {
        if (progress.percent().isPresent()) {
            return Math.round(progress.percent().getAsDouble()) + "%";
        }
        boolean counted = progress.done().isPresent() || progress.total().isPresent();
        return counted ? count(progress.done()) + '/' + count(progress.total()) : "";
    }

    private static String count(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "?";
    }

    /** What the columns of a snapshot do not say: the service's word for how it runs, and a cancel that it noted. */
    static String remark(Operation operation) {
        return operation.done() ? note(operation) : runs(operation.info());
    }

    private static String runs(OperationInfo info) {
        StringJoiner said = new StringJoiner("; ");
        info.state().filter(state -> !state.equalsIgnoreCase("RUNNING")).ifPresent(said::add);
        long failed =
                info.progress().map(progress -> progress.failed().orElse(0)).orElse(0L);
        if (failed > 0) {
            said.add(failed + " failed");
        }
        if (info.cancelRequested().orElse(false)) {
            said.add("cancel requested");
        }
        return said.toString();
    }

    /** The error of one that ended with one, the progress of one that runs. */
    static String note(Operation operation) {
        return switch (operation.state()) {
            case RUNNING -> progress(operation);
            case SUCCEEDED, ENDED -> "";
            case FAILED -> operation.status().orElseThrow().describe();
            case CANCELLED -> operation.status().orElseThrow().message();
        };
    }
}
