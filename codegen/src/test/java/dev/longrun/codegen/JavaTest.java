// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaTest {

    @Test
    void aFieldThatWouldNotCompileGetsAnUnderscore() {
        assertThat(Java.identifier("default")).isEqualTo("default_");
        assertThat(Java.identifier("wait")).isEqualTo("wait_");
        assertThat(Java.identifier("version")).isEqualTo("version");
    }

    @Test
    void aTypeThatJavaHasAlreadyIsToldApart() {
        assertThat(Java.type("ToolCallResult.Error")).isEqualTo("ToolCallResult.ErrorMessage");
        assertThat(Java.type("Intent")).isEqualTo("Intent");
    }
}
