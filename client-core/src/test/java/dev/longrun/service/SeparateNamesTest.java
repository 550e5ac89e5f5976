// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import static dev.longrun.service.ServiceTableTest.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Rules of a table whose paths have the name in another form, so that a pattern of names follows them. */
class SeparateNamesTest {
    private static final String NAME = "projects/_/buckets/b.c/operations/o 1";
    private static final ServiceDefinition STORAGE = only("service storage.googleapis.com\nversions v1\nrules\n"
            + "get GET /storage/{version}/b/{bucket}/operations/{operation} projects/_/buckets/*/operations/*\n"
            + "cancel POST /storage/{version}/b/{bucket}/operations/{operation}/cancel"
            + " projects/_/buckets/*/operations/*\n"
            + "list GET /storage/{version}/b/{bucket}/operations projects/_/buckets/*");

    @Test
    void fillTheVariablesInOrder() {
        assertThat(STORAGE.path(ApiMethod.GET, NAME).path()).isEqualTo("/storage/v1/b/b.c/operations/o%201");
        assertThat(STORAGE.path(ApiMethod.CANCEL, NAME).path()).isEqualTo("/storage/v1/b/b.c/operations/o%201/cancel");
        assertThat(STORAGE.path(ApiMethod.LIST, "projects/_/buckets/b.c").path())
                .isEqualTo("/storage/v1/b/b.c/operations");
    }

    @Test
    void areReadFromUrls() {
        assertThat(OperationName.of(STORAGE, "https://storage.googleapis.com/storage/v1/b/b.c/operations/o%201"))
                .hasToString(NAME);
        assertThat(OperationName.of(STORAGE, "https://storage.googleapis.com/storage/v1/b/b.c/operations/o%201/cancel"))
                .hasToString(NAME);
        assertThat(OperationParent.of(STORAGE, "https://storage.googleapis.com/storage/v1/b/b.c/operations"))
                .hasToString("projects/_/buckets/b.c");
    }

    @Test
    void areDocumentedAndOnlyThose() {
        assertThat(STORAGE.patterns(ApiMethod.GET)).hasToString("[projects/_/buckets/*/operations/*]");
        assertThat(OperationName.of(STORAGE, NAME).isCancelDocumented()).isTrue();
        assertThat(OperationName.of(STORAGE, "projects/p/operations/o").isCancelDocumented())
                .isFalse();
        assertThat(OperationName.of(STORAGE, NAME).parent()).isPresent();
    }

    @Test
    void mustHaveAWildcardForEachVariable() {
        ServiceDefinition definition = only(
                "service x.googleapis.com\nversions v1\nrules\nget GET /{version}/b/{bucket}/o/{operation} buckets/*");
        assertThatThrownBy(() -> definition.rules(ApiMethod.GET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("t:4: the pattern buckets/* must have one * for each of the variables");
    }
}
