// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.json.JsonException;
import dev.longrun.json.JsonObject;
import dev.longrun.service.OperationName;
import dev.longrun.text.BodySnippet;

/** The exceptions for JSON that is not the operation that was asked for. Each quotes what came. */
final class MalformedOperation {
    private MalformedOperation() {}

    static RuntimeException unnamed(JsonObject json) {
        return new JsonException("expected an operation with its name; got " + quoted(json.raw()));
    }

    static RuntimeException another(OperationName asked, String name) {
        return new JsonException("expected operation " + asked + "; got one named " + quoted(name));
    }

    static RuntimeException done(JsonObject json) {
        return new JsonException("expected an operation whose done is true or false; got " + quoted(json, "done"));
    }

    static RuntimeException error(JsonObject json) {
        return new JsonException("expected an operation whose error has a code; got " + quoted(json, "error"));
    }

    static RuntimeException errorInstead(JsonObject json) {
        return new JsonException("expected a response without an error; got " + quoted(json.raw()));
    }

    static RuntimeException noList(JsonObject json) {
        return new JsonException("expected a list of operations; got " + quoted(json.raw()));
    }

    static RuntimeException field(JsonObject json, String field, String type) {
        return new JsonException(
                "expected a list of operations whose " + field + " is " + type + "; got " + quoted(json, field));
    }

    static String entry(JsonObject entry, String why) {
        return quoted(entry.raw("name").orElse(entry.raw())) + ": " + why;
    }

    private static String quoted(JsonObject json, String field) {
        return quoted(json.raw(field).orElse(""));
    }

    private static String quoted(String text) {
        return BodySnippet.of(text.getBytes(UTF_8));
    }
}
