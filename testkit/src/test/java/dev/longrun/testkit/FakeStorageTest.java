// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cloud Storage, whose paths do not contain the names. */
@Timeout(60)
class FakeStorageTest extends FakeDialectFixture {

    private static final String NAME = "projects/_/buckets/b/operations/o";
    private static final String PATH = "/storage/v1/b/b/operations";

    @Test
    void hasNamesThatAreNotInItsPaths() throws Exception {
        server.operation(NAME).cancelsAfter(Duration.ZERO);

        assertThat(values(get(PATH), "operations", "name")).containsExactly(NAME);
        assertThat(curl.post(PATH + "/o/cancel").body()).isEqualTo("{}");
        assertThat(get(PATH + "/o").object("error").orElseThrow().integer("code"))
                .hasValue(1);
    }
}
