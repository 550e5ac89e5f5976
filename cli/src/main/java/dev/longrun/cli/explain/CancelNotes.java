// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.explain;

import java.util.Optional;

/** What is known beyond the bindings of the services with typed names. The package docs of their modules say more. */
final class CancelNotes {
    private CancelNotes() {}

    /** @param service such as {@code file.googleapis.com} */
    static Optional<String> of(String service) {
        return switch (service) {
            case "aiplatform.googleapis.com" ->
                Optional.of(
                        "No metadata notes the request. Custom jobs, pipeline jobs and their like are no operations and have"
                                + " a cancel of their own, which is not this one.");
            case "compute.googleapis.com" ->
                Optional.of("To undo the work, wait for the end and delete the resource in targetLink.");
            case "container.googleapis.com" ->
                Optional.of(
                        "Which kinds of operations can be cancelled is not documented. A cancel takes nothing back: read the"
                                + " cluster to learn what was changed.");
            case "dataplex.googleapis.com" ->
                Optional.of("The service tries to stop, and does not promise to. Its metadata notes the request as"
                        + " requestedCancellation.");
            case "dialogflow.googleapis.com" ->
                Optional.of(
                        "The service tries to stop, and does not promise to. No metadata notes the request. An operation is"
                                + " known at the host of its location only.");
            case "discoveryengine.googleapis.com" ->
                Optional.of("Few forms have a cancel. One that is sent for another usually comes to UNSUPPORTED.");
            case "file.googleapis.com" ->
                Optional.of(
                        "The service tries to stop, and does not promise to. Its metadata notes the request at once as"
                                + " cancelRequested.");
            case "sqladmin.googleapis.com" ->
                Optional.of(
                        "Google's guides show a cancel for imports and exports. A stopped export can leave a part of its file"
                                + " in the bucket, a stopped import a part of its rows in the database.");
            default -> Optional.empty();
        };
    }
}
