// SPDX-License-Identifier: Apache-2.0
package dev.longrun.kotlin

import com.fasterxml.jackson.databind.DeserializationFeature
import com.fasterxml.jackson.module.kotlin.jacksonMapperBuilder
import com.fasterxml.jackson.module.kotlin.readValue
import dev.longrun.json.Any as Message
import dev.longrun.json.JsonCodec
import dev.longrun.json.JsonException
import dev.longrun.json.JsonObject
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource
import tools.jackson.module.kotlin.jacksonMapperBuilder as jackson3MapperBuilder

/** Kotlin's data classes, read by the Jackson of the application. */
class DataClassTest {
    data class Lake(val name: String, val depth: Int = 10, val rivers: List<String> = listOf(), val country: String?)

    enum class Library(val codec: JsonCodec) {
        JACKSON_2(jsonCodec { json, type -> jackson2.readValue(json, type) }),
        JACKSON_3(jsonCodec { json, type -> jackson3.readValue(json, type) }),
    }

    private fun lake(fields: String): Message =
        Message.of(JsonObject.parse("""{"@type": "type.googleapis.com/a.Lake"$fields}"""))

    @ParameterizedTest
    @EnumSource
    fun haveTheirDefaults(library: Library) {
        val lake: Lake = lake(""", "name": "Constance", "area": 536""").decodeAs(library.codec)
        assertThat(lake).isEqualTo(Lake("Constance", 10, listOf(), null))
    }

    @ParameterizedTest
    @EnumSource
    fun haveTheValuesThatWereSent(library: Library) {
        val lake: Lake =
            lake(""", "name": "Constance", "depth": "251", "rivers": ["Rhine"], "country": "CH"""")
                .decodeAs(library.codec)
        assertThat(lake).isEqualTo(Lake("Constance", 251, listOf("Rhine"), "CH"))
    }

    @ParameterizedTest
    @EnumSource
    fun areNotMadeWithoutAFieldThatIsNeverNull(library: Library) {
        for (fields in listOf("", """, "name": null""")) {
            assertThatThrownBy { lake(fields).decodeAs<Lake>(library.codec) }
                .isInstanceOf(JsonException::class.java)
                .hasMessageStartingWith("JSON does not fit dev.longrun.kotlin.DataClassTest\$Lake: ")
                .hasMessageContaining("name")
        }
    }

    @Test
    fun mayBeElementsOfAList() {
        val message =
            Message.of(
                JsonObject.parse(
                    """{"@type": "x/google.protobuf.ListValue", "value": [{"name": "a"}, {"name": "b"}]}"""
                )
            )
        val lakes: List<Lake> = message.decode { jackson2.readValue(it) }
        assertThat(lakes.map { it.name }).containsExactly("a", "b")
    }

    @Test
    fun valuesWithoutAnOwnClassNeedNoCodec() {
        val duration = Message.of(JsonObject.parse("""{"@type": "x/google.protobuf.Duration", "value": "3.5s"}"""))
        val number = Message.of(JsonObject.parse("""{"@type": "x/google.protobuf.Int64Value", "value": "17"}"""))
        assertThat(duration.decodeAs<java.time.Duration>()).hasMillis(3_500)
        assertThat(number.decodeAs<Long>()).isEqualTo(17L)
        assertThat(number.decodeAs<Long>(Library.JACKSON_2.codec)).isEqualTo(17L)
    }

    @Test
    fun aCodecThatReadsAnotherClassIsRejected() {
        assertThatThrownBy { lake("").decodeAs<Lake>(jsonCodec { _, _ -> "a lake" }) }
            .isInstanceOf(JsonException::class.java)
            .hasMessage("the codec was to read a dev.longrun.kotlin.DataClassTest\$Lake, and returned java.lang.String")
        assertThatThrownBy { lake("").decodeAs<Lake>(jsonCodec { _, _ -> null }) }
            .isInstanceOf(JsonException::class.java)
            .hasMessage("the codec was to read a dev.longrun.kotlin.DataClassTest\$Lake, and returned null")
    }

    private companion object {
        val jackson2 = jacksonMapperBuilder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build()
        val jackson3 = jackson3MapperBuilder().build()
    }
}
