// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

/**
 * The application's own way to read JSON into its classes, as a method reference to its JSON library.
 *
 * <pre>{@code
 * JsonCodec jackson = mapper::readValue;   // an ObjectMapper of Jackson 2, a JsonMapper of Jackson 3
 * JsonCodec other = gson::fromJson;
 *
 * Lake lake = operation.response().orElseThrow().as(Lake.class, jackson);
 * }</pre>
 *
 * <p>A message has its {@code @type} besides its fields, and services add fields at any time, so the library must be
 * set up to ignore fields that a class does not have. Proto JSON writes 64-bit integers as strings, and a
 * {@code google.protobuf.Duration} as {@code "3.5s"}.
 *
 * <p>Implementations are thread-safe.
 */
@FunctionalInterface
public interface JsonCodec {

    /**
     * Reads one JSON value.
     *
     * @param json the text, as the service sent it
     * @return never null
     * @throws Exception when the text does not fit the class; callers get it as the cause of a {@link JsonException}
     */
    <T> T read(String json, Class<T> type) throws Exception;
}
