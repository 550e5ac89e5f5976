// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import static dev.longrun.operation.DialectTables.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.json.JsonException;
import dev.longrun.json.JsonObject;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationParent;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectListsTest {
    private static OperationPage page(String shortName, String parent, String json) {
        return OperationPage.read(
                OperationParent.of(DialectTables.service(shortName, "v1"), parent),
                JsonObject.parse(json.replace('\'', '"')));
    }

    private static List<String> names(OperationPage page) {
        return page.operations().stream()
                .map(operation -> operation.name().value())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "compute   | projects/p/zones/z        | {'kind':'compute#operationList','id':'x','selfLink':'y'}",
                "compute   | projects/p/zones/z        | {'kind':'compute#operations','items':[]}",
                "container | projects/p/locations/-    | {}",
                "sqladmin  | projects/p                | {'kind':'sql#operationsList'}",
                "dns       | projects/p/managedZones/z | {'kind':'dns#managedZoneOperationsListResponse'}",
                "dns       | projects/p/managedZones/z | {'header':{}}",
            })
    void mayBeEmpty(String shortName, String parent, String json) {
        assertThat(page(shortName, parent, json).operations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "compute   | projects/p/zones/z     | {'kind':'compute#operation','name':'o','status':'DONE'}",
                "container | projects/p/locations/- | {'name':'o','status':'DONE'}",
                "sqladmin  | projects/p             | {'items':{}}",
                "sqladmin  | projects/p             | {'error':{'code':5}}",
            })
    void areNotAnyOtherJson(String shortName, String parent, String json) {
        assertThatThrownBy(() -> page(shortName, parent, json)).isInstanceOf(JsonException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "compute           | projects/p/zones/z        | items      | name",
                "deploymentmanager | projects/p/global         | operations | name",
                "container         | projects/p/locations/l    | operations | name",
                "sqladmin          | projects/p                | items      | name",
                "dns               | projects/p/managedZones/z | operations | id",
            })
    void haveTheirOwnFieldsAndNamesBelowTheParent(String shortName, String parent, String field, String id) {
        String version = shortName.equals("deploymentmanager") ? "v2" : "v1";
        OperationPage page = OperationPage.read(
                OperationParent.of(DialectTables.service(shortName, version), parent),
                JsonObject.parse("{'%s':[{'%s':'o','status':'DONE'},{'status':'DONE'}],'nextPageToken':'t'}"
                        .formatted(field, id)
                        .replace('\'', '"')));
        assertThat(names(page)).containsExactly(parent + "/operations/o");
        assertThat(page.unusable()).hasSize(1);
        assertThat(page.nextPageToken()).contains("t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "https://www.googleapis.com/compute/v1/projects/p/zones/z/operations/o     | projects/p/zones/z/operations/o",
                "http://localhost:8080/compute/v1/projects/12345/zones/z/operations/o      | projects/p/zones/z/operations/o",
                "https://www.googleapis.com/compute/beta/projects/p/zones/z/operations/o   | projects/p/zones/z/operations/o",
                "no link at all                                                            | projects/p/zones/z/operations/o",
                "https://www.googleapis.com/compute/v1/projects/p/zones/other/operations/o | -",
                "https://www.googleapis.com/compute/v1/projects/p/global/operations/o      | -",
            })
    void ofComputeKeepTheSpellingOfTheParentIfTheLinkAgrees(String link, String name) {
        OperationPage page = page(
                "compute", "projects/p/zones/z", "{'items':[{'name':'o','status':'DONE','selfLink':'" + link + "'}]}");
        assertThat(names(page)).isEqualTo(name.equals("-") ? List.of() : List.of(name));
        assertThat(page.unusable()).hasSize(name.equals("-") ? 1 : 0);
    }

    @Test
    void ofAWildcardTakeTheLocationFromTheLink() {
        OperationPage page = page("container", "projects/p/locations/-", """
                {'operations':[
                  {'name':'a','status':'DONE','zone':'us-a1',
                   'selfLink':'https://container.googleapis.com/v1/projects/77/locations/us-a1/operations/a'},
                  {'name':'b','status':'DONE',
                   'selfLink':'https://container.googleapis.com/v1/projects/77/zones/us-a1-b/operations/b'},
                  {'name':'c','status':'DONE'}],
                 'missingZones':['us-z1-a']}""");
        assertThat(names(page))
                .containsExactly(
                        "projects/p/locations/us-a1/operations/a", "projects/p/locations/us-a1-b/operations/b");
        assertThat(page.unusable()).hasSize(1).first().asString().contains("no operation has such a name");
        assertThat(page.unreachable()).containsExactly("us-z1-a");
    }

    @Nested
    class OfAllPlaces {
        @Test
        void takeTheNamesFromTheLinks() {
            OperationPage page = page("compute", "projects/p", """
                    {'kind':'compute#operationAggregatedList','nextPageToken':'t','items':{
                      'zones/z':{'operations':[{'name':'a','status':'DONE',
                        'selfLink':'https://www.googleapis.com/compute/v1/projects/p/zones/z/operations/a'}]},
                      'global':{'operations':[{'name':'b','status':'RUNNING',
                        'selfLink':'https://www.googleapis.com/compute/v1/projects/p/global/operations/b'}]},
                      'regions/r':{'warning':{'code':'NO_RESULTS_ON_PAGE'}}}}""");
            assertThat(names(page))
                    .containsExactlyInAnyOrder("projects/p/zones/z/operations/a", "projects/p/global/operations/b");
            assertThat(page.unusable()).isEmpty();
            assertThat(page.unreachable()).isEmpty();
            assertThat(page.nextPageToken()).contains("t");
        }

        @Test
        void doNotGuessTheNameWithoutALink() {
            OperationPage page =
                    page("compute", "projects/p", "{'items':{'global':{'operations':[{'name':'o','status':'DONE'}]}}}");
            assertThat(page.operations()).isEmpty();
            assertThat(page.unusable()).hasSize(1);
        }

        @Test
        void nameThePlacesThatWereNotReached() {
            OperationPage page = page(
                    "compute",
                    "projects/p",
                    "{'items':{'zones/y':{'warning':{'code':'UNREACHABLE'}},'zones/z':{'warning':{'code':'UNREACHABLE'}}},"
                            + "'unreachables':['zones/z']}");
            assertThat(page.unreachable()).containsExactly("zones/z", "zones/y");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{'items':{'global':5}}", "{'items':{'global':{'operations':{}}}}", "{'items':5}"})
        void haveAnObjectForEachPlace(String json) {
            assertThatThrownBy(() -> page("compute", "projects/p", json))
                    .isInstanceOf(JsonException.class)
                    .hasMessageStartingWith("expected a list of operations");
        }

        @Test
        void areAskedForByTheProject() {
            assertThat(DialectTables.service("compute", "v1")
                            .path(ApiMethod.LIST, "projects/p")
                            .path())
                    .isEqualTo("/compute/v1/projects/p/aggregated/operations");
        }
    }
}
