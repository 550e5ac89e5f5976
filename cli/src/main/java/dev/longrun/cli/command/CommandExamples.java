// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import java.util.List;

/** The examples of the help pages and manual pages. A test parses each of them. */
public final class CommandExamples {
    private static final String OPERATION =
            "//file.googleapis.com/projects/acme/locations/us-central1/operations/operation-17";
    private static final String PARENT = "//file.googleapis.com/projects/acme/locations/us-central1";
    private static final String SHORT = "operation-17 --service file --project acme --location us-central1";

    private CommandExamples() {}

    /** @param command with those above it, such as {@code lro journal merge}; one without examples has none */
    public static List<CommandExample> of(String command) {
        return switch (command) {
            case "lro" ->
                List.of(
                        example("lro demo", "See operations end in every way there is, on a server within the command"),
                        example("lro cancel " + OPERATION, "Cancel an operation, and learn what became of it"),
                        example("lro help cancel", "Read the help page of a command"));
            case "lro cancel" ->
                List.of(
                        example(
                                "lro cancel " + OPERATION,
                                "Cancel an operation, and wait 5 minutes at most for its end"),
                        example("lro cancel " + SHORT, "Say the parts of the name one by one"),
                        example(
                                "lro cancel --from-file names.txt --rps 20 --journal cancels.journal",
                                "Cancel the operations of a file, 20 a second, with a journal"),
                        example("lro cancel --resume cancels.journal", "Go on after a crash, where the journal ends"),
                        example(
                                "lro cancel --from-file names.txt --report cancels.html",
                                "Leave a page of what was asked and what became of it"));
            case "lro get" ->
                List.of(
                        example("lro get " + OPERATION, "Read an operation"),
                        example("lro get --from-file - --format json", "Read the operations that stdin names"));
            case "lro wait" ->
                List.of(
                        example("lro wait " + OPERATION + " --timeout 1h", "Wait an hour at most for the end"),
                        example(
                                "lro wait --parent " + PARENT + " --filter verb=create --any",
                                "Wait for the first of the creates that run in a location"));
            case "lro list" ->
                List.of(
                        example("lro list " + PARENT, "List the operations of a location"),
                        example(
                                "lro list " + PARENT + " --filter done=no --sort -age",
                                "Those that run, the oldest first"),
                        example(
                                "lro list --service file --project acme --location - --format json",
                                "List those of all locations, an object a line"));
            case "lro find" ->
                List.of(
                        example(
                                "lro find operation-17 --project acme --location us-central1",
                                "List the services that could have such an operation, likeliest first"),
                        example(
                                "lro find operation-17 --project acme --location us-central1 --probe",
                                "Ask each of them, and see which has it"));
            case "lro delete" ->
                List.of(example("lro delete " + OPERATION, "Make the service forget an operation that has ended"));
            case "lro sweep" ->
                List.of(
                        example(
                                "lro sweep " + PARENT + " --older-than 1h --filter verb=create",
                                "Show the creates that have run for an hour; cancel them only after a yes"),
                        example(
                                "lro sweep " + PARENT + " --older-than 1d --yes --journal sweep.journal",
                                "Cancel all that have run for a day, with a journal"));
            case "lro journal" ->
                List.of(example("lro help journal merge", "Read the help page of a command for journals"));
            case "lro journal merge" ->
                List.of(example(
                        "lro journal merge part-0 part-1 --into all.journal", "Join the journals of two machines"));
            case "lro journal show" ->
                List.of(example("lro journal show cancels.journal", "See what was asked, and what has no outcome yet"));
            case "lro report" ->
                List.of(
                        example("lro report cancels.journal --output cancels.html", "Make a page of a journal"),
                        example(
                                "lro report cancels.journal --format junit --output cancels.xml",
                                "Make a file that CI servers read"));
            case "lro mcp" ->
                List.of(
                        example("lro mcp", "Serve an agent that may read only"),
                        example(
                                "lro mcp --allow-cancel --max-ops 20",
                                "Let it cancel 20 operations at most, and only those of a plan it made"));
            case "lro services" ->
                List.of(
                        example("lro services", "List the services"),
                        example("lro services file --api-version v1", "List the documented paths of one"));
            case "lro explain" ->
                List.of(
                        example("lro explain gke", "Read how GKE cancels, and how it says so"),
                        example(
                                "lro explain aiplatform --api-version v1",
                                "See which names of Vertex AI have a cancel"));
            case "lro demo" ->
                List.of(
                        example("lro demo", "See operations end in every way there is"),
                        example("lro demo --format json", "See what a program would read"));
            case "lro fake-server" ->
                List.of(
                        example("lro fake-server --port 8080", "Serve the operations of all services"),
                        example(
                                "lro fake-server --format json --quiet --service file --clock virtual --until-eof",
                                "Serve those of Filestore to a test that starts this command"),
                        example(
                                "lro cancel " + SHORT + " --endpoint http://127.0.0.1:8080",
                                "Cancel an operation there; its id says how it ends"));
            case "lro generate-completion" ->
                List.of(
                        example("source <(lro generate-completion bash)", "Complete words in this bash"),
                        example(
                                "lro generate-completion fish > ~/.config/fish/completions/lro.fish",
                                "Complete words in each fish from now on"));
            case "lro help" ->
                List.of(
                        example("lro help sweep", "Read the help page of a command"),
                        example("lro help exit-codes", "Read what the exit codes mean"));
            default -> List.of();
        };
    }

    private static CommandExample example(String line, String purpose) {
        return new CommandExample(line, purpose);
    }
}
