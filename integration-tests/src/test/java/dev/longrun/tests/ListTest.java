// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.error.ApiException;
import dev.longrun.error.UnreadableResponseException;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import dev.longrun.operation.Operations;
import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.ServedRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists over a real socket: pages, streams, filters, and what a server may leave out. */
class ListTest {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final Harness harness = Harness.start();
    private final Operations operations = harness.client.operations();

    @AfterEach
    void close() {
        harness.close();
    }

    private ServedRequest onlyRequest() {
        return harness.server.requests().get(0);
    }

    private final ListRequest all = ListRequest.of(Harness.parent());

    private void run(int count) {
        IntStream.range(0, count)
                .mapToObj(i -> Harness.name("%03d".formatted(i)))
                .forEach(each -> harness.operation(each).neverEnds());
    }

    @Test
    void isEmptyWhereThereIsNothing() {
        assertThat(operations.list(all).operations()).isEmpty();
        assertThat(onlyRequest().line()).isEqualTo("GET /v1/" + Harness.PARENT + "/operations");
    }

    @Test
    void comesPageByPage() {
        run(5);
        OperationPage first = operations.list(all.withPageSize(2));
        assertThat(first.operations())
                .extracting(each -> each.name().resource().id())
                .containsExactly("000", "001");
        OperationPage second = operations.list(
                all.withPageSize(2).withPageToken(first.nextPageToken().orElseThrow()));
        assertThat(second.operations())
                .extracting(each -> each.name().resource().id())
                .containsExactly("002", "003");
    }

    @Test
    void comesAsOneStreamOfAllPages() {
        run(5);
        assertThat(operations.stream(all.withPageSize(2)))
                .extracting(each -> each.name().resource().id())
                .containsExactly("000", "001", "002", "003", "004");
        assertThat(harness.requests(ApiMethod.LIST)).isEqualTo(3);
    }

    @Test
    void isReadNoFurtherThanTheStreamIs() {
        run(50);
        assertThat(operations.stream(all.withPageSize(10)).limit(12)).hasSize(12);
        assertThat(harness.requests(ApiMethod.LIST)).isEqualTo(2);
    }

    @Test
    void isNotReadBeforeTheStreamIs() {
        Stream<Boolean> done = operations.stream(all).map(Operation::done);
        Iterator<OperationPage> pages = operations.pages(all).iterator();
        assertThat(harness.server.requests()).isEmpty();
        assertThat(done).isEmpty();
        assertThat(pages).hasNext();
    }

    @Test
    void goesOnAfterAnEmptyPage() {
        harness.server.faults().on(ApiMethod.LIST).once(Fault.respondWith(200, JSON, "{\"nextPageToken\":\"t\"}"));
        harness.server
                .faults()
                .on(ApiMethod.LIST)
                .once(Fault.respondWith(200, JSON, "{\"operations\":[],\"nextPageToken\":\"u\"}"));
        harness.server.faults().on(ApiMethod.LIST).once(Fault.respondWith(200, JSON, page("last")));
        assertThat(operations.stream(all))
                .extracting(each -> each.name().resource().id())
                .containsExactly("last");
    }

    @Test
    void thatLeadsInACircleIsCutOff() {
        harness.server
                .faults()
                .on(ApiMethod.LIST)
                .always(Fault.respondWith(200, JSON, "{\"nextPageToken\":\"again\"}"));
        assertThatThrownBy(() -> operations.stream(all).count())
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessage("file v1 list " + Harness.PARENT + ": the server repeated a page token; the list would"
                        + " never end");
        assertThat(harness.requests(ApiMethod.LIST)).isEqualTo(2);
    }

    @Test
    void isFilteredByTheServer() {
        run(2);
        harness.operation(Harness.name("finished")).alreadyDone();
        assertThat(operations.list(all.withFilter("done=true")).operations())
                .extracting(each -> each.name().resource().id())
                .containsExactly("finished");
        assertThat(onlyRequest().query()).isEqualTo("filter=done%3Dtrue");
    }

    @Test
    void sendsAFilterOfAnyTextUnharmed() {
        String filter = "metadata.verb=\"a&b\" AND x>1 #ü+";
        harness.server.faults().on(ApiMethod.LIST).once(Fault.respondWith(200, JSON, "{}"));
        operations.list(all.withFilter(filter));
        assertThat(onlyRequest().query()).isEqualTo("filter=metadata.verb%3D%22a%26b%22%20AND%20x%3E1%20%23%C3%BC%2B");
    }

    @Test
    void failsWhereALocationCannotBeReached() {
        harness.server.unreachable(Harness.PARENT);
        assertThatThrownBy(() -> operations.list(all))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("[LOCATION_UNREACHABLE] (after 8 attempts; no attempt is left)");
    }

    @Test
    void namesTheLocationsThatItLeftOut() {
        harness.server.unreachable(Harness.PARENT);
        assertThat(operations.list(all.withPartialSuccess(true)).unreachable()).containsExactly(Harness.PARENT);
        assertThat(onlyRequest().query()).isEqualTo("returnPartialSuccess=true");
    }

    @Test
    void leavesOutNamesThatNothingCanBeAskedAbout() {
        harness.server.faults().on(ApiMethod.LIST).once(Fault.respondWith(200, JSON, page("..", "", "good")));
        assertThat(operations.list(all).operations())
                .extracting(each -> each.name().resource().id())
                .containsExactly("good");
    }

    @Test
    void thatIsRefusedSaysWhatWasAsked() {
        assertThatThrownBy(() -> operations.list(all.withFilter("colour=red")))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("file v1 list " + Harness.PARENT + ": " + harness.server.url() + " answered "
                        + "INVALID_ARGUMENT (3): filter must be empty, done=true or done=false; got \"colour=red\"")
                .hasMessageEndingWith(
                        "If the name is right, the host may be wrong for location us-central1:" + " set the endpoint");
    }

    private static String page(String... ids) {
        List<String> entries = new ArrayList<>();
        for (String id : ids) {
            entries.add("{\"name\":\"" + Harness.PARENT + "/operations/" + id + "\"}");
        }
        return "{\"operations\":[" + String.join(",", entries) + "]}";
    }
}
