// SPDX-License-Identifier: Apache-2.0
package dev.longrun.distribution;

import dev.longrun.OperationsClient;
import dev.longrun.cli.command.CommandExample;
import dev.longrun.cli.command.CommandExamples;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.distribution.Roff.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of one command. */
final class ManualPage {
    private final CommandLine command;
    private final CommandSpec spec;
    private final String date;

    /** @param date of the build, {@code 2026-11-01} */
    ManualPage(CommandLine command, String date) {
        this.command = command;
        this.spec = command.getCommandSpec();
        this.date = date;
    }

    /** {@code lro-journal-merge}. */
    String name() {
        return spec.qualifiedName("-");
    }

    String text() {
        Roff page = new Roff(name(), date, "lro " + OperationsClient.version(), "Longrun");
        String description = text(spec.usageMessage().description());
        page.section("NAME").text(name() + " - " + firstSentence(description));
        page.section("SYNOPSIS").text(synopsis());
        page.section("DESCRIPTION").text(description);
        parameters(page);
        options(page);
        commands(page);
        exitStatus(page);
        environment(page);
        examples(page);
        seeAlso(page);
        return page.toString();
    }

    private String synopsis() {
        return command.getHelp().synopsis(0).strip().replaceAll("\\s+", " ");
    }

    private void parameters(Roff page) {
        List<PositionalParamSpec> parameters = spec.positionalParameters();
        if (!parameters.isEmpty()) {
            page.section("ARGUMENTS");
            parameters.forEach(parameter ->
                    page.entry(List.of(Span.italic(parameter.paramLabel())), text(parameter.description())));
        }
    }

    private void options(Roff page) {
        page.section("OPTIONS");
        spec.options().stream()
                .filter(option -> !option.hidden())
                .forEach(option -> page.entry(term(option), text(option.description())));
    }

    private static List<Span> term(OptionSpec option) {
        List<Span> term = new ArrayList<>();
        for (String name : option.names()) {
            term.addAll(term.isEmpty() ? List.of() : List.of(Span.plain(", ")));
            term.add(Span.bold(name));
        }
        if (option.arity().max() > 0) {
            term.add(Span.plain("="));
            term.add(Span.italic(option.paramLabel()));
        }
        return term;
    }

    private void commands(Roff page) {
        List<CommandLine> below = below(command);
        if (!below.isEmpty()) {
            page.section("COMMANDS");
            below.forEach(each -> page.entry(
                    List.of(Span.bold(each.getCommandSpec().qualifiedName("-")), Span.plain("(1)")),
                    text(each.getCommandSpec().usageMessage().description())));
        }
    }

    private static List<CommandLine> below(CommandLine command) {
        return command.getSubcommands().values().stream()
                .filter(each -> !each.getCommandSpec().usageMessage().hidden())
                .toList();
    }

    private static void exitStatus(Roff page) {
        page.section("EXIT STATUS").text("Of several codes the worst wins.");
        Arrays.stream(ExitCode.values())
                .sorted(Comparator.comparingInt(ExitCode::number))
                .forEach(code -> page.entry(List.of(Span.bold(Integer.toString(code.number()))), code.meaning() + "."));
    }

    private static void environment(Roff page) {
        page.section("ENVIRONMENT");
        EnvironmentVariables.all().forEach((name, meaning) -> page.entry(List.of(Span.bold(name)), meaning));
    }

    private void examples(Roff page) {
        List<CommandExample> examples = CommandExamples.of(spec.qualifiedName(" "));
        if (!examples.isEmpty()) {
            page.section("EXAMPLES");
        }
        for (CommandExample example : examples) {
            page.paragraph(example.purpose() + ":").verbatim(List.of(example.line()));
        }
    }

    private void seeAlso(Roff page) {
        CommandLine parent = command.getParent();
        List<CommandLine> others = parent == null ? below(command) : new ArrayList<>(below(parent));
        String names = others.stream()
                .filter(each -> !each.getCommandName().equals(command.getCommandName()))
                .map(each -> each.getCommandSpec().qualifiedName("-") + "(1)")
                .collect(Collectors.joining(", "));
        String above = parent == null ? "" : parent.getCommandSpec().qualifiedName("-") + "(1)";
        page.section("SEE ALSO").text(above.isEmpty() || names.isEmpty() ? above + names : above + ", " + names);
    }

    private static String text(String[] lines) {
        return String.join("\n", lines).replace("%%", "%").replace("%n", "\n");
    }

    private static String firstSentence(String text) {
        String line = text.split("(?<=\\.)\\s", 2)[0].replace("\n", " ").strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
