// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForeignDigitsTest {

    @Test
    void aNumberHasAsciiDigits() {
        JsonObject json = JsonObject.parse("{\"a\":\"\u0664\u0662\",\"b\":\"42\",\"c\":\"\uff14\"}");
        assertThat(json.integer("a")).isEmpty();
        assertThat(json.number("a")).isEmpty();
        assertThat(json.integer("b")).hasValue(42);
        assertThat(json.integer("c")).isEmpty();
    }
}
