// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people have at hand when they mean an operation or its parent: a bare name, a full resource name, or a URL. */
sealed interface NameReference permits NameReference.Bare, NameReference.Full, RequestUrl {
    Pattern FULL = Pattern.compile("(?://|(?=[^/]+\\.googleapis\\.com/))([^/]*)/(.*)", Pattern.DOTALL);

    static NameReference parse(String text) {
        Matcher full = FULL.matcher(text);
        if (full.matches()) {
            return new Full(full.group(1), full.group(2));
        }
        return text.matches("(?is)https?://.*") ? RequestUrl.of(text) : new Bare(text);
    }

    /** The host, if the text tells one. */
    Optional<String> host();

    /** The API version, if the text tells one. */
    Optional<String> version();

    /**
     * The operation's name, not checked yet.
     *
     * @throws dev.longrun.error.NotSentException if the text is of another service or version
     */
    String nameFor(ServiceDefinition service);

    /** The same for the parent of a list. */
    default String parentFor(ServiceDefinition service) {
        return nameFor(service);
    }

    record Bare(String name) implements NameReference {
        @Override
        public Optional<String> host() {
            return Optional.empty();
        }

        @Override
        public Optional<String> version() {
            return Optional.empty();
        }

        @Override
        public String nameFor(ServiceDefinition service) {
            return name;
        }
    }

    record Full(String server, String name) implements NameReference {
        @Override
        public Optional<String> host() {
            return Optional.of(server);
        }

        @Override
        public Optional<String> version() {
            return Optional.empty();
        }

        @Override
        public String nameFor(ServiceDefinition service) {
            GoogleHost.parse(server).check(service);
            return name;
        }
    }
}
