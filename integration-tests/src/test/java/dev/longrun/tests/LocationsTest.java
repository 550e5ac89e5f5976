// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.UnreadableResponseException;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.sweep.Sweep;
import dev.longrun.sweep.SweepPlan;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.ServedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocationsTest {
    private final Harness harness = Harness.start();

    @AfterEach
    void close() {
        harness.close();
    }

    private void operationIn(String location) {
        harness.operation(OperationName.of(Harness.FILE, "projects/p/locations/" + location + "/operations/o"))
                .neverEnds();
    }

    private List<OperationParent> list() {
        return harness.client.locations().list(Harness.FILE, "projects/p");
    }

    private void answers(String body) {
        harness.server.faults().on(ApiMethod.LIST_LOCATIONS).always(Fault.respondWith(200, Map.of(), body));
    }

    @Test
    void areListedAsynchronouslyToo() {
        for (int i = 0; i < 3; i++) {
            operationIn("us-central" + i);
        }
        assertThat(harness.client.locations().listAsync(Harness.FILE, "projects/p"))
                .succeedsWithin(Duration.ofSeconds(30))
                .isEqualTo(list());
        Sweep everywhere = Sweep.of(OperationParent.of(Harness.FILE, "projects/p/locations/-"));
        assertThat(everywhere.inEachLocationAsync(harness.client.locations()))
                .succeedsWithin(Duration.ofSeconds(30))
                .extracting(Sweep::parents)
                .isEqualTo(list());
    }

    @Test
    void areThoseThatTheServiceHas() {
        operationIn("us-central1");
        operationIn("us-east1");
        harness.operation(OperationName.of(Harness.FILE, "projects/other/locations/us-west1/operations/o"))
                .neverEnds();
        assertThat(list())
                .containsExactly(
                        OperationParent.of(Harness.FILE, "projects/p/locations/us-central1"),
                        OperationParent.of(Harness.FILE, "projects/p/locations/us-east1"));
        assertThat(harness.server.requests())
                .extracting(ServedRequest::line)
                .containsExactly("GET /v1/projects/p/locations");
    }

    @Test
    void areThoseOfAllPages() {
        IntStream.range(0, 250).forEach(i -> operationIn("l" + i));
        assertThat(list()).hasSize(250).doesNotHaveDuplicates();
        assertThat(harness.server.requestCount()).isEqualTo(3);
    }

    @Test
    void areOfTheProjectThatWasAskedForHoweverTheServiceNamesIt() {
        answers("""
                {"locations": [{"name": "projects/12345/locations/us-central1"}, {"locationId": "europe-west4"}]}""");
        assertThat(list())
                .extracting(OperationParent::value)
                .containsExactly("projects/p/locations/us-central1", "projects/p/locations/europe-west4");
    }

    @Test
    void mayBeNone() {
        answers("{}");
        assertThat(list()).isEmpty();
    }

    @Test
    void haveANameOrAnId() {
        answers("{\"locations\": [{\"labels\": {}}]}");
        assertThatThrownBy(this::list)
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessage("file v1 locations projects/p: the server answered with a location without id and name:"
                        + " {\"labels\": {}}");
    }

    @Test
    void areNotAskedForForEver() {
        answers("{\"nextPageToken\": \"again\"}");
        assertThatThrownBy(this::list)
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessage("file v1 locations projects/p: the server answered with a page token that it was asked with"
                        + " before; the list would never end");
        assertThat(harness.server.requestCount()).isEqualTo(2);
    }

    @Test
    void areAskedForAgainAfterAFailureThatPasses() {
        operationIn("us-central1");
        harness.server.faults().on(ApiMethod.LIST_LOCATIONS).times(2, Fault.unavailable());
        assertThat(list()).hasSize(1);
    }

    @Test
    void ofAServiceWithoutThemAreRefusedWithAWayOut() {
        harness.server.faults().on(ApiMethod.LIST_LOCATIONS).always(Fault.htmlNotFound());
        assertThatThrownBy(this::list)
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("file v1 locations projects/p: ")
                .hasMessageEndingWith("The service may have no list of its locations: name them one by one, or try"
                        + " projects/p/locations/-");
    }

    @Test
    void thatOneMayNotSeeAreRefusedWithTheScopes() {
        harness.server
                .faults()
                .on(ApiMethod.LIST_LOCATIONS)
                .always(Fault.error(Code.PERMISSION_DENIED, "no", "DENIED"));
        assertThatThrownBy(this::list)
                .isInstanceOf(ApiException.class)
                .hasMessageEndingWith("one of the scopes https://www.googleapis.com/auth/cloud-platform");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p", "projects/p/locations/l", "folders/f", ""})
    void areThoseOfAProject(String other) {
        assertThatThrownBy(() -> harness.client.locations().list(Harness.FILE, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("locations are those of a project, such as projects/acme; got \"" + other + '"');
        assertThat(harness.server.requestCount()).isZero();
    }

    @Test
    void takeThePlaceOfTheDashInASweep() {
        operationIn("us-central1");
        operationIn("us-east1");
        SweepPlan plan = everywhere()
                .inEachLocation(harness.client.locations())
                .plan(harness.client.operations(), harness.time.now());
        assertThat(plan.names()).hasSize(2);
        assertThat(harness.server.requests())
                .extracting(ServedRequest::path)
                .containsExactly(
                        "/v1/projects/p/locations",
                        "/v1/projects/p/locations/us-central1/operations",
                        "/v1/projects/p/locations/us-east1/operations");
    }

    @Test
    void thatAreNotListedLeaveTheDashInASweep() {
        assertThat(everywhere().inEachLocation(harness.client.locations()).parents())
                .isEqualTo(everywhere().parents());
    }

    @Test
    void areNotLookedForWhereASweepHasNoDash() {
        Sweep sweep = Sweep.of(Harness.parent());
        assertThatThrownBy(() -> sweep.inEachLocation(harness.client.locations()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are no locations to list: none of the parents ends in /locations/-, as"
                        + " projects/acme/locations/- does; got [projects/p/locations/us-central1]");
    }

    private static Sweep everywhere() {
        return Sweep.of(OperationParent.of(Harness.FILE, "projects/p/locations/-"));
    }
}
