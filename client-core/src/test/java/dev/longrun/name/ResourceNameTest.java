// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceNameTest {
    private final ResourceName name = ResourceName.parse("projects/p/locations/us-central1/operations/o");

    @Test
    void printsAsItIs() {
        assertThat(name).hasToString("projects/p/locations/us-central1/operations/o");
    }

    @Test
    void knowsItsParts() {
        assertThat(name.segments()).containsExactly("projects", "p", "locations", "us-central1", "operations", "o");
        assertThat(name.id()).isEqualTo("o");
        assertThat(name.project()).contains("p");
        assertThat(name.location()).contains(new Location("us-central1"));
    }

    @Test
    void aColonInTheLastSegmentBelongsToTheId() {
        assertThat(ResourceName.parse("projects/p/operations/o:cancel").id()).isEqualTo("o:cancel");
    }

    @Test
    void itsParentLacksACollectionAndAnId() {
        assertThat(name.parent()).contains(ResourceName.parse("projects/p/locations/us-central1"));
        assertThat(ResourceName.parse("projects/p/dataConnector").parent()).contains(ResourceName.parse("projects"));
        assertThat(ResourceName.parse("operations/o").parent()).isEmpty();
        assertThat(ResourceName.parse("operations").parent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "projects/p/locations/us/operations/o, p, us",
        "projects/p/operations/o, p, ",
        "projects/p/regions/us-central1/operations/o, p, us-central1",
        "projects/p/zones/us-central1-a/operations/o, p, us-central1-a",
        "projects/p/zones/us-central1-a/locations/eu, p, eu",
        "projects/locations/locations/eu/operations/o, locations, eu",
        "projects/google.com:p/locations/eu, google.com:p, eu",
        "operations/projects/p/instances/i/locations/eu/operations/o, p, eu",
        "folders/f/locations/eu/operations/o, , eu",
        "projects/p/locations/-/operations/o, p, ",
        "projects/p/locations/evil.example#/operations/o, p, ",
        "projects/p/locations, p, ",
        "projects, , ",
    })
    void projectAndLocationAreFoundBehindTheirCollections(String value, String project, String location) {
        assertThat(ResourceName.parse(value).project().orElse(null)).isEqualTo(project);
        assertThat(ResourceName.parse(value).location().map(Location::id).orElse(null))
                .isEqualTo(location);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "operations/a b",
                "operations/é",
                "operations/\uD83D\uDE00",
                "a/%2F",
                "a/x?y=1#f",
                "a/(default)",
                "a/-",
                "a/...",
                "a/b\\c",
                "http:a/b"
            })
    void unusualCharactersAreTakenAsTheyAre(String value) {
        assertThat(ResourceName.parse(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void emptyIsRefused(String value) {
        assertThatThrownBy(() -> ResourceName.parse(value))
                .isInstanceOf(InvalidNameException.class)
                .hasMessage("resource name is empty; expected one such as projects/p/locations/l/operations/o");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {".", "..", "a/..", "../a", "a/./b"})
    void dotSegmentsAreRefused(String value) {
        refuses(value, "resource name must not have . or .. for a segment; got \"" + value + '"');
    }

    @Test
    void controlCharactersAreRefusedAndSpelledOut() {
        refuses(
                "a/b\u0007c",
                "resource name must not contain control characters; got \"a/b\\u0007c\": U+0007 at character 4");
        refuses(
                "a/b\u007Fc",
                "resource name must not contain control characters; got \"a/b\\u007fc\": U+007F at character 4");
        refuses(
                "a/b\r\nc",
                "resource name must not contain control characters; got \"a/b\\u000d\\u000ac\": U+000D at character 4");
    }

    @Test
    void halfSurrogatePairsAreRefused() {
        refuses(
                "a/\uDE00",
                "resource name must be well-formed Unicode, without unpaired surrogates; got \"a/\\ude00\": U+DE00 at character 3");
    }

    @Test
    void textThatWasDecodedWronglyIsRefused() {
        refuses(
                "a/b\uFFFDc",
                "resource name must not contain U+FFFD, which stands for text that was decoded wrongly; got \"a/b\uFFFDc\":"
                        + " at character 4");
    }

    @Test
    void aVersionInFrontIsRefused() {
        refuses(
                "v1/projects/p/operations/o",
                "resource name must not begin with a version; got \"v1/projects/p/operations/o\"; write"
                        + " \"projects/p/operations/o\"");
        refuses("v2/v1beta1/a", "resource name must not begin with a version; got \"v2/v1beta1/a\"; write \"a\"");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"v1", "v", "videos/v", "va/b", "projects/v1/a"})
    void whatOnlyResemblesAVersionIsNone(String value) {
        assertThat(ResourceName.parse(value)).hasToString(value);
    }

    @Test
    void aLongValueIsCutInTheMessage() {
        refuses(
                "a/".repeat(200) + "..",
                "resource name must not have . or .. for a segment; got \"" + "a/".repeat(150)
                        + "\"… (402 characters)");
    }

    @Nested
    class AChild {
        private final ResourceName parent = ResourceName.parse("projects/p");

        @Test
        void isTwoSegmentsLonger() {
            assertThat(parent.child("operations", "a b")).hasToString("projects/p/operations/a b");
            assertThat(parent.child("operations", "o").parent()).contains(parent);
        }

        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"", "a/b", "/"})
        void isOneSegmentEach(String segment) {
            assertThatThrownBy(() -> parent.child("operations", segment))
                    .isInstanceOf(InvalidNameException.class)
                    .hasMessage("id must be one segment, not empty and without /; got \"" + segment + '"');
            assertThatThrownBy(() -> parent.child(segment, "o"))
                    .hasMessage("collection must be one segment, not empty and without /; got \"" + segment + '"');
        }

        @Test
        void isNeverDots() {
            assertThatThrownBy(() -> parent.child("operations", ".."))
                    .hasMessage("resource name must not have . or .. for a segment; got \"projects/p/operations/..\"");
        }
    }

    private static void refuses(String value, String message) {
        assertThatThrownBy(() -> ResourceName.parse(value))
                .isInstanceOf(InvalidNameException.class)
                .hasMessage(message);
    }
}
