// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JournalKeyTest {

    @Test
    void isTheSameInEachVersion() {
        JournalKey stable = new JournalKey("file.googleapis.com", "v1", "projects/p/operations/o", null);
        assertThat(new JournalKey("file.googleapis.com", "v1beta1", "projects/p/operations/o", null))
                .isEqualTo(stable)
                .hasSameHashCodeAs(stable);
        assertThat(new JournalKey("dns.googleapis.com", "v1", "projects/p/operations/o", null))
                .isNotEqualTo(stable);
        assertThat(new JournalKey("file.googleapis.com", "v1", "projects/p/operations/x", null))
                .isNotEqualTo(stable);
    }
}
