// SPDX-License-Identifier: Apache-2.0
package dev.longrun.kotlin

import dev.longrun.json.Any as Message
import dev.longrun.json.JsonCodec
import dev.longrun.json.JsonException

/**
 * The message as a class: `operation.metadata().get().decodeAs<FilestoreMetadata>()`.
 *
 * For records and other Java classes. Kotlin's data classes need a library that knows constructors with defaults and
 * non-null types: give a [JsonCodec] for that.
 *
 * @throws JsonException when a value does not fit the class
 */
public inline fun <reified T : Any> Message.decodeAs(): T = `as`(T::class.javaObjectType)

/**
 * The message as a class, read by the application's own JSON library.
 *
 * ```kotlin
 * val codec = jsonCodec { json, type -> mapper.readValue(json, type) }
 * val lake = operation.response().get().decodeAs<Lake>(codec)
 * val lakes: List<Lake> = operation.response().get().decode { mapper.readValue(it) }    // types with parameters
 * ```
 *
 * @throws JsonException when the codec throws, with what it threw as the cause
 */
public inline fun <reified T : Any> Message.decodeAs(codec: JsonCodec): T = `as`(T::class.javaObjectType, codec)

/**
 * A codec of a lambda, which the language does not convert by itself because the method of [JsonCodec] has a type
 * parameter.
 *
 * @param read is given the text and the class, and returns an object of that class
 */
public fun jsonCodec(read: (json: String, type: Class<*>) -> Any?): JsonCodec =
    object : JsonCodec {
        override fun <T : Any> read(json: String, type: Class<T>): T {
            val value = read(json, type)
            if (!type.kotlin.javaObjectType.isInstance(value)) {
                throw JsonException("the codec was to read a ${type.name}, and returned ${value?.javaClass?.name}")
            }
            return type.kotlin.javaObjectType.cast(value)
        }
    }
