// SPDX-License-Identifier: Apache-2.0
package dev.longrun.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class SafeCauseTest {
    private static final String SECRET = "Bearer 0123456789abcdef";

    @Test
    void isTheExceptionItselfIfItCanBeShown() {
        Exception plain = new IOException("reset", new IllegalStateException());
        plain.addSuppressed(new IOException("close"));
        Exception lines = new Exception("400 Client Error\n{\n\t\"code\": 400\r\n}");
        assertThat(SafeCause.of(lines)).isSameAs(lines);
        assertThat(SafeCause.of(plain)).isSameAs(plain);
        assertThat(SafeCause.of((Throwable) null)).isNull();
    }

    @Test
    void showsTheSameTypesAndFramesWithoutTheSecret() {
        Exception suppressed = new IOException("suppressed " + SECRET);
        Exception failure = new IOException("reset", new IllegalStateException("sent " + SECRET));
        failure.addSuppressed(suppressed);
        assertThat(trace(SafeCause.of(failure)))
                .isEqualTo(trace(failure).replace(SECRET, "Bearer [hidden]"))
                .contains("Suppressed: java.io.IOException", "Caused by: java.lang.IllegalStateException");
    }

    @Test
    void findsASecretThatOnlyASuppressedExceptionHas() {
        Exception failure = new IOException("reset");
        failure.addSuppressed(new IOException(SECRET));
        assertThat(trace(SafeCause.of(failure))).doesNotContain("0123456789");
    }

    @Test
    void endsWithCausesThatGoInACircle() {
        Exception one = new IOException("one " + SECRET);
        Exception two = new IOException("two", one);
        one.initCause(two);
        assertThat(trace(SafeCause.of(one))).doesNotContain("0123456789");
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
