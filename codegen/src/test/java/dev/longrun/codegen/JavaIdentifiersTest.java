// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaIdentifiersTest {

    @Test
    void aFieldThatWouldNotCompileGetsAnUnderscore() {
        assertThat(JavaIdentifiers.identifier("default")).isEqualTo("default_");
        assertThat(JavaIdentifiers.identifier("wait")).isEqualTo("wait_");
        assertThat(JavaIdentifiers.identifier("version")).isEqualTo("version");
    }

    @Test
    void aTypeThatJavaHasAlreadyIsToldApart() {
        assertThat(JavaIdentifiers.type("ToolCallResult.Error")).isEqualTo("ToolCallResult.ErrorMessage");
        assertThat(JavaIdentifiers.type("Intent")).isEqualTo("Intent");
    }
}
