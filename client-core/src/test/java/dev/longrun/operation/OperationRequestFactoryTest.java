// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.endpoint.Endpoints;
import dev.longrun.http.Origin;
import dev.longrun.rpc.CallRequest;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationRequestFactoryTest {
    private static final String PARENT = "projects/p/locations/us-central1";
    private static final OperationName NAME = Fixtures.name(PARENT + "/operations/o");
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    private final OperationRequestFactory requests = new OperationRequestFactory(Endpoints.google());

    /** {@code METHOD path?query body}. */
    private static String line(CallRequest request) {
        return request.method() + " " + request.path()
                + (request.query().isEmpty() ? "" : "?" + request.query())
                + (request.body().isEmpty() ? "" : " " + request.body());
    }

    private String list(ListRequest request) {
        return line(requests.list(request));
    }

    private static ListRequest parent() {
        return ListRequest.of(OperationParent.of(Fixtures.FILE, PARENT));
    }

    private static ServiceDefinition table(String rules) {
        return ServiceTable.parse("odd", "service odd.googleapis.com\nversions v1\n" + rules)
                .definition("odd.googleapis.com", "v1");
    }

    @Nested
    class InADialect {
        private ListRequest all(String shortName, String parent) {
            return ListRequest.of(OperationParent.of(DialectTables.service(shortName, "v1"), parent))
                    .withPageSize(1000)
                    .withPageToken("a/b")
                    .withPartialSuccess(true);
        }

        @ParameterizedTest
        @CsvSource({
            "compute,   projects/p/zones/z,        /compute/v1/projects/p/zones/z/operations?maxResults=500&pageToken=a%2Fb&returnPartialSuccess=true",
            "container, projects/p/locations/-,    /v1/projects/p/locations/-/operations",
            "sqladmin,  projects/p,                /v1/projects/p/operations?maxResults=1000&pageToken=a%2Fb",
            "dns,       projects/p/managedZones/z, /dns/v1/projects/p/managedZones/z/operations?maxResults=1000&pageToken=a%2Fb",
            "dns,       projects/p/locations/l,    /dns/v1/projects/p/locations/l/operations?pageSize=1000&pageToken=a%2Fb&returnPartialSuccess=true",
            "storage,   projects/_/buckets/b,      /storage/v1/b/b/operations?pageSize=1000&pageToken=a%2Fb&returnPartialSuccess=true",
        })
        void listsHaveItsParameters(String shortName, String parent, String line) {
            assertThat(list(all(shortName, parent))).isEqualTo("GET " + line);
        }

        @Test
        void filtersAreThoseOfTheService() {
            assertThat(list(ListRequest.of(
                                    OperationParent.of(DialectTables.service("compute", "v1"), "projects/p/global"))
                            .withFilter("status!=DONE")))
                    .endsWith("?filter=status%21%3DDONE");
            assertThat(list(ListRequest.of(OperationParent.of(DialectTables.service("sqladmin", "v1"), "projects/p"))
                            .withFilter("instance=db 1")))
                    .endsWith("?instance=db%201");
        }

        @ParameterizedTest
        @CsvSource({
            "container, projects/p/locations/-",
            "sqladmin,  projects/p",
            "dns,       projects/p/managedZones/z",
        })
        void otherFiltersAreRefused(String shortName, String parent) {
            ListRequest filtered = all(shortName, parent).withFilter("status=DONE");
            assertThatThrownBy(() -> list(filtered))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(shortName + " v1 list: filter must be empty");
        }

        @Test
        void waitsOfComputeHaveNoParameters() {
            assertThat(line(requests.wait(DialectTables.COMPUTE, HALF_A_MINUTE)))
                    .isEqualTo("POST /compute/v1/projects/p/zones/us-a1-b/operations/o/wait");
        }

        @Test
        void cancelsAreMadeByTheBinding() {
            assertThat(line(requests.cancel(DialectTables.SQLADMIN)))
                    .isEqualTo("POST /v1/projects/p/operations/o/cancel");
            assertThat(line(requests.cancel(DialectTables.CONTAINER)))
                    .isEqualTo("POST /v1/projects/p/locations/us-a1/operations/o:cancel");
        }
    }

    @Nested
    class AboutAnOperation {

        @Test
        void areMadeByTheBinding() {
            String path = "/v1/" + NAME;
            assertThat(line(requests.get(NAME))).isEqualTo("GET " + path);
            assertThat(line(requests.cancel(NAME))).isEqualTo("POST " + path + ":cancel");
            assertThat(line(requests.delete(NAME))).isEqualTo("DELETE " + path);
        }

        @Test
        void sayWhoseTheyAreAndWhatTheyAreAbout() {
            CallRequest request = requests.cancel(NAME);
            assertThat(request.service()).isSameAs(Fixtures.FILE);
            assertThat(request.rpc()).isEqualTo(ApiMethod.CANCEL);
            assertThat(request.subject()).isEqualTo(NAME.value());
            assertThat(request.origin()).isEqualTo(Origin.https("file.googleapis.com"));
            assertThat(request.describe()).isEqualTo("file v1 cancel " + NAME);
        }

        @Test
        void encodeTheNameOnce() {
            OperationName name = Fixtures.name(PARENT + "/operations/a b%2Fü:x");
            assertThat(requests.get(name).path()).isEqualTo("/v1/" + PARENT + "/operations/a%20b%252F%C3%BC%3Ax");
            assertThat(requests.get(name).subject()).isEqualTo(name.value());
        }

        @Test
        void useTheVerbThatTheBindingHas() {
            ServiceDefinition odd = table("""
                    names
                      projects/*/operations/*  get
                    rules
                      cancel GET /v1/{name=projects/*/operations/*}:cancel
                    """);
            assertThat(line(requests.cancel(OperationName.of(odd, "projects/p/operations/o"))))
                    .isEqualTo("GET /v1/projects/p/operations/o:cancel");
        }

        @Test
        void goOutInThePlainFormWhereNothingIsDocumented() {
            ServiceDefinition odd = table("""
                    names
                      projects/*/operations/*  get
                    """);
            OperationName name = OperationName.of(odd, "projects/p/operations/o");
            assertThat(line(requests.cancel(name))).isEqualTo("POST /v1/projects/p/operations/o:cancel");
            assertThat(line(requests.delete(name))).isEqualTo("DELETE /v1/projects/p/operations/o");
        }

        @Test
        void goToTheHostOfTheLocation() {
            ServiceDefinition regional = table("""
                    endpoint region {location}-odd.googleapis.com
                    names
                      projects/*/locations/*/operations/*  get list
                    """);
            OperationName name = OperationName.of(regional, "projects/p/locations/us-east1/operations/o");
            OperationParent parent = OperationParent.of(regional, "projects/p/locations/us-east1");
            Origin host = Origin.https("us-east1-odd.googleapis.com");
            assertThat(requests.get(name).origin()).isEqualTo(host);
            assertThat(requests.list(ListRequest.of(parent)).origin()).isEqualTo(host);
        }
    }

    @Nested
    class ToWait {

        @Test
        void haveTheTimeoutInTheBodyWhereTheBindingHasOne() {
            assertThat(line(requests.wait(NAME, Duration.ofMillis(1500))))
                    .isEqualTo("POST /v1/" + NAME + ":wait {\"timeout\":\"1.5s\"}");
        }

        @Test
        void haveItInTheQueryWhereTheBindingHasNone() {
            ServiceDefinition vertex = table("""
                    names
                      projects/*/operations/*  get wait-
                    """);
            assertThat(line(requests.wait(OperationName.of(vertex, "projects/p/operations/o"), HALF_A_MINUTE)))
                    .isEqualTo("POST /v1/projects/p/operations/o:wait?timeout=30s");
        }
    }

    @Nested
    class ToList {

        @Test
        void sayNothingThatWasNotAskedFor() {
            assertThat(list(parent())).isEqualTo("GET /v1/" + PARENT + "/operations");
        }

        @Test
        void sayAllThatWas() {
            assertThat(list(parent().withPageSize(50)
                            .withPageToken("a+b/c==")
                            .withFilter("done=false AND metadata.verb=\"create\"")
                            .withPartialSuccess(true)))
                    .isEqualTo("GET /v1/" + PARENT
                            + "/operations?filter=done%3Dfalse%20AND%20metadata.verb%3D%22create%22"
                            + "&pageSize=50&pageToken=a%2Bb%2Fc%3D%3D&returnPartialSuccess=true");
        }

        @ParameterizedTest
        @CsvSource({
            "a&b=c,        a%26b%3Dc",
            "x#y?z,        x%23y%3Fz",
            "100%,         100%25",
            "größer,       gr%C3%B6%C3%9Fer",
            "'  ',         %20%20",
        })
        void encodeTheFilter(String filter, String encoded) {
            assertThat(requests.list(parent().withFilter(filter)).query()).isEqualTo("filter=" + encoded);
        }

        @Test
        void areAboutTheParent() {
            CallRequest request = requests.list(parent());
            assertThat(request.rpc()).isEqualTo(ApiMethod.LIST);
            assertThat(request.subject()).isEqualTo(PARENT);
            assertThat(request.body()).isEmpty();
        }

        @Test
        void putTheParentIntoTheQueryWhereThePathHasNoPlaceForIt() {
            ServiceDefinition odd = table("""
                    names
                      operations/*  get
                    rules
                      list GET /v1/operations
                    """);
            ListRequest request =
                    ListRequest.of(OperationParent.of(odd, "projects/p")).withFilter("done=true");
            assertThat(list(request)).isEqualTo("GET /v1/operations?name=projects%2Fp&filter=done%3Dtrue");
        }

        @Test
        void workWithoutAParent() {
            CallRequest request = requests.list(ListRequest.of(OperationParent.none(Fixtures.FILE)));
            assertThat(request.path()).isEqualTo("/v1/operations");
            assertThat(request.describe()).isEqualTo("file v1 list operations");
        }

        @Test
        void refuseAPageSizeBelowNothing() {
            assertThatThrownBy(() -> parent().withPageSize(-1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("pageSize must be 0 (the server's choice) or more, for example 500; got -1");
        }
    }
}
