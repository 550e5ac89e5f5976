// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.error.NotSentException;
import dev.longrun.name.NamePattern;
import dev.longrun.service.OperationName;
import dev.longrun.service.Rpc;
import dev.longrun.service.ServiceDefinition;
import java.util.stream.Collectors;

/** What to write instead. */
final class Refusals {
    private Refusals() {}

    /** A bare name without a service; if it is only an id, more is missing than that. */
    static NotSentException withoutService(String text) {
        return text.indexOf('/') < 0
                ? new NotSentException(("an operation's id alone does not tell whose it is; expected"
                                + " //file.googleapis.com/projects/P/locations/L/operations/%1$s,"
                                + " or %1$s --service file --project P --location L; got \"%1$s\"")
                        .formatted(text))
                : new NotSentException(("a name alone does not tell its service, as many have names like it; expected"
                                + " //file.googleapis.com/%1$s, or %1$s --service file; got \"%1$s\"")
                        .formatted(text));
    }

    /** Project and location do not make a name of which the service has any. */
    static NotSentException notCompleted(String id, OperationName completed) {
        ServiceDefinition service = completed.service();
        String documented =
                service.patterns(Rpc.GET).stream().map(NamePattern::toString).collect(Collectors.joining(", "));
        return new NotSentException(
                "%s: \"%s\" is completed to %s, but its operations are called %s; give the whole name"
                        .formatted(service.label(), id, completed, documented));
    }
}
