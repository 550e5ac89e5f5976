// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A block of commands. In {@code ```console} each begins with {@code $} and has its output below it, stdout or with
 * stderr; {@code $ cat FILE} shows a file that other commands read. In {@code ```sh} each line is a command that ends
 * with an outcome.
 */
final class CommandBlock {
    private static final int BAD_INPUT = 2;
    private static final int ERROR = 1;

    /** Commands that are not run here. Of {@code mvn}, modules and profiles are checked. */
    private static final Set<String> OTHERS =
            Set.of("mvn", "java", "cd", "curl", "docker", "kubectl", "dpkg", "native-image", "jlink");

    private final FencedBlock block;
    private final GuideShell shell;
    private final List<String> problems = new ArrayList<>();

    CommandBlock(FencedBlock block, GuideShell shell) {
        this.block = block;
        this.shell = shell;
    }

    /** What is wrong with the block. */
    List<String> run() throws IOException {
        boolean isConsole = block.language().equals("console");
        String command = "";
        StringBuilder shown = new StringBuilder();
        for (String line : block.text().replace("\\\n", " ").lines().toList()) {
            if (!isConsole) {
                run(line, "");
            } else if (line.startsWith("$ ")) {
                run(command, shown.toString());
                command = line.substring(2);
                shown.setLength(0);
            } else {
                shown.append(line).append('\n');
            }
        }
        run(command, shown.toString());
        shell.forgetExports();
        return problems;
    }

    private void run(String command, String shown) throws IOException {
        ShellLine line = ShellLine.parse(command);
        switch (line.program()) {
            case "" -> {}
            case "lro" -> lro(command, line, shown);
            case "export" -> export(line);
            case "cat" -> Files.writeString(Path.of(line.words().get(1)), shown.strip() + "\n");
            case "mvn" -> problems.addAll(MavenCommand.problems(line.words()));
            default -> {
                if (!OTHERS.contains(line.program()) && !isScript(line)) {
                    problems.add("\"%s\" is not a command that documents may have".formatted(command));
                }
            }
        }
    }

    private static boolean isScript(ShellLine line) {
        String program = line.words().get(0);
        return program.contains("/") && DocumentFiles.exists(program);
    }

    private void export(ShellLine line) {
        String[] parts = line.words().get(1).split("=", 2);
        shell.export(parts[0], parts[1]);
    }

    private void lro(String command, ShellLine first, String shown) {
        if (first.background()) {
            shell.serve(first.words());
            return;
        }
        if (command.contains("--endpoint https://")) {
            command += " --help"; // a server elsewhere is not asked
            first = ShellLine.parse(command);
        }
        GuideShell.Run run = shell.lro(first.arguments(), "");
        for (ShellLine line = first; !line.next().isEmpty(); ) {
            line = ShellLine.parse(line.next());
            run = shell.lro(line.arguments(), run.out());
        }
        boolean fits = block.language().equals("console") && !command.endsWith(" --help")
                ? ShownOutput.matches(shown, run.out(), run.err())
                : run.exit() != BAD_INPUT && run.exit() != ERROR;
        if (!fits) {
            problems.add("%s%nexit %s, stdout:%n%sstderr:%n%s".formatted(command, run.exit(), run.out(), run.err()));
        }
    }
}
