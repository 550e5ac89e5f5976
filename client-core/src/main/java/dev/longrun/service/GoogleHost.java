// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.error.NotSentException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A host, read backwards to the service it serves. Google's forms are {@code SERVICE.googleapis.com},
 * {@code LOCATION-SERVICE.…}, {@code SERVICE.LOCATION.rep.…}, {@code SERVICE.LOCATION.p.rep.…} and
 * {@code SERVICE.mtls.…}.
 */
record GoogleHost(String name) {
    private static final Pattern FORM =
            Pattern.compile("([a-z0-9-]+)(?:\\.mtls|\\.[a-z0-9-]+(?:\\.p)?\\.rep(?:\\.mtls)?)?\\.googleapis\\.com");

    static GoogleHost parse(String host) {
        return new GoogleHost(host.toLowerCase(Locale.ROOT));
    }

    /** The full name of the service behind this host, out of those that are known. */
    Optional<String> service(Predicate<String> known) {
        Matcher form = FORM.matcher(name);
        return form.matches()
                ? suffixes(form.group(1))
                        .map(s -> s + ".googleapis.com")
                        .filter(known)
                        .findFirst()
                : Optional.empty();
    }

    /** {@code us-central1-file} may be that service, {@code central1-file} or {@code file}. */
    private static Stream<String> suffixes(String label) {
        IntStream hyphens = IntStream.range(0, label.length()).filter(i -> label.charAt(i) == '-');
        return Stream.concat(Stream.of(label), hyphens.mapToObj(i -> label.substring(i + 1)));
    }

    void check(ServiceDefinition definition) {
        if (service(definition.service()::equals).isEmpty()) {
            throw new NotSentException("%s: name must be one of %s; got one of \"%s\""
                    .formatted(definition.label(), definition.service(), name));
        }
    }
}
