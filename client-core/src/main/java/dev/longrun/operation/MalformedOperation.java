// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.error.UnreadableResponseException;
import dev.longrun.json.JsonException;
import dev.longrun.json.JsonObject;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.text.BodySnippet;

/** What is said of JSON that is not the operation or the list that was asked for. It quotes what came. */
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

    static RuntimeException status(JsonObject json) {
        return new JsonException("expected an operation with its status; got " + quoted(json.raw()));
    }

    static RuntimeException errors(JsonObject json) {
        return new JsonException("expected an operation whose error has errors; got " + quoted(json, "error"));
    }

    static RuntimeException error(JsonObject json) {
        return new JsonException("expected an operation whose error has a code; got " + quoted(json, "error"));
    }

    /** For an error although the HTTP status says success. */
    static RuntimeException errorInstead(JsonObject json) {
        return new JsonException("expected a response without an error; got " + quoted(json.raw()));
    }

    static RuntimeException endless(OperationParent parent, String why) {
        return new UnreadableResponseException(
                parent.service().label() + " list " + parent + ": " + why + "; the list would never end");
    }

    static RuntimeException noList(JsonObject json) {
        return new JsonException("expected a list of operations; got " + quoted(json.raw()));
    }

    static RuntimeException field(JsonObject json, String field, String type) {
        return new JsonException(
                "expected a list of operations whose " + field + " is " + type + "; got " + quoted(json, field));
    }

    static String noObject(String entry) {
        return quoted(entry) + ": no JSON object";
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
