// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.name.InvalidNameException;
import dev.longrun.name.NamePattern;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Errors of names that say what to write instead. */
final class NameErrors {
    private static final Pattern WITH_VERSION =
            Pattern.compile("(?is)(?://[^/]*/|[^/]+\\.googleapis\\.com/)?(v[0-9][0-9a-z]*)/.+");

    private NameErrors() {}

    /** Rejects what a paste leaves around or in a name. The usual name is known by its characters. */
    static void checkStray(String text) {
        if (!isUsual(text)) {
            StrayText.check(text);
        }
    }

    /** Letters, digits, hyphens, underscores, dots and slashes, with nothing else at the end but a wildcard. */
    private static boolean isUsual(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean usual = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '/'
                    || (c == '-' || c == '_') && i > 0
                    || c == '.' && i < text.length() - 1;
            if (!usual) {
                return false;
            }
        }
        return !text.startsWith("console.");
    }

    /** Rejects a name with a version: the request's path would have two. */
    static void checkVersion(String text) {
        Matcher with = WITH_VERSION.matcher(text);
        if (with.matches()) {
            throw new InvalidNameException(
                    "a name holds no version; leave out %1$s/, or use --api-version %1$s with it; got \"%2$s\""
                            .formatted(with.group(1), text));
        }
    }

    /** An id where a name is expected. */
    static InvalidNameException idOnly(RuntimeException mistake) {
        return new InvalidNameException(mistake.getMessage() + "; --project and --location complete an id", mistake);
    }

    /** A bare name without a service; if it is only an id, more is missing than that. */
    static InvalidNameException withoutService(String text) {
        return text.indexOf('/') < 0
                ? new InvalidNameException(("an operation's id alone does not tell whose it is; expected"
                                + " //file.googleapis.com/projects/P/locations/L/operations/%1$s,"
                                + " or %1$s --service file --project P --location L; got \"%1$s\"")
                        .formatted(text))
                : new InvalidNameException(
                        ("a name alone does not tell its service, as many have names like it; expected"
                                        + " //file.googleapis.com/%1$s, or %1$s --service file; got \"%1$s\"")
                                .formatted(text));
    }

    /** Project and location, or the project alone, do not make a name of which the service has any. */
    static InvalidNameException notCompleted(String id, OperationName completed, boolean lacksLocation) {
        ServiceDefinition service = completed.service();
        String documented = service.patterns(ApiMethod.GET).stream()
                .map(NamePattern::toString)
                .collect(Collectors.joining(", "));
        return new InvalidNameException("%s: \"%s\" is completed to %s, but its operations are called %s; %s"
                .formatted(
                        service.label(),
                        id,
                        completed,
                        documented,
                        lacksLocation ? "--location is missing" : "give the whole name"));
    }
}
