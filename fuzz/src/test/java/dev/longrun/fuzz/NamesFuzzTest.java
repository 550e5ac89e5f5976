// SPDX-License-Identifier: Apache-2.0
package dev.longrun.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.longrun.name.InvalidNameException;
import dev.longrun.name.ResourceName;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;

/** Names and pasted text: a name that is accepted means the same when it is written and read again. */
class NamesFuzzTest {
    private static final ServiceDefinition FILE = ServiceRegistry.load().service("file", "v1");

    @FuzzTest(maxDuration = "60s")
    void pastedText(byte[] input) {
        String text = new String(input, UTF_8);
        OperationName name;
        try {
            name = OperationName.of(FILE, text);
        } catch (InvalidNameException expected) {
            assertThat(expected.getMessage()).isNotBlank().doesNotContain("\n").doesNotContain("\u001b");
            return;
        }
        assertThat(OperationName.of(FILE, name.value())).isEqualTo(name);
        assertThat(OperationName.of(FILE, name.fullName())).isEqualTo(name);
        OperationName again = OperationName.of(FILE, name.url());
        assertThat(again).isEqualTo(name);
        assertThat(again.endpoint()).isEqualTo(name.endpoint());
        assertThat(name.url()).matches("https://[a-z0-9.-]+/v1/\\p{ASCII}+");
    }

    @FuzzTest(maxDuration = "60s")
    void parents(byte[] input) {
        String text = new String(input, UTF_8);
        try {
            OperationParent parent = OperationParent.of(FILE, text);
            assertThat(OperationParent.of(FILE, parent.value())).isEqualTo(parent);
        } catch (InvalidNameException expected) {
            assertThat(expected.getMessage()).isNotBlank();
        }
    }

    @FuzzTest(maxDuration = "60s")
    void resourceNames(byte[] input) {
        String text = new String(input, UTF_8);
        try {
            ResourceName name = ResourceName.parse(text);
            assertThat(ResourceName.parse(name.value())).isEqualTo(name);
        } catch (InvalidNameException expected) {
            assertThat(expected.getMessage()).isNotBlank();
        }
    }
}
