// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.service.ApiMethod;
import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FakeOperationsServerTest {

    private static final String PARENT = "projects/p/locations/l";
    private static final String NAME = PARENT + "/operations/o";
    private static final String START = "2026-01-01T00:00:00Z";

    private final VirtualTime time = VirtualTime.manual();
    private final FakeOperationsServer server = FakeOperationsServer.start(time, Services.ALL, 0);
    private final Curl curl = new Curl(server);

    @AfterEach
    void close() {
        server.close();
    }

    @Nested
    class Get {

        @Test
        void showsARunningOperation() throws Exception {
            server.operation(NAME).metadata(Metadata.common("update", PARENT));

            HttpResponse<String> answer = curl.get("/v1/" + NAME);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json; charset=UTF-8");
            assertThat(answer.body())
                    .isEqualTo("{\"name\":\"" + NAME + "\",\"metadata\":{"
                            + "\"@type\":\"type.googleapis.com/google.cloud.common.OperationMetadata\","
                            + "\"createTime\":\"" + START + "\",\"target\":\"" + PARENT + "\",\"verb\":\"update\","
                            + "\"apiVersion\":\"v1\"}}");
        }

        @Test
        void followsItsStateInTheMetadata() throws Exception {
            server.operation(NAME)
                    .metadata(
                            Metadata.common("delete", PARENT + "/instances/i").withPercent(op -> op.done() ? 100 : 40))
                    .cancelsAfter(Duration.ofSeconds(2))
                    .sendsDoneFalse();
            curl.post("/v1/" + NAME + ":cancel");

            assertThat(curl.get("/v1/" + NAME).body())
                    .contains("\"cancelRequested\":true", "\"progressPercent\":40}", "\"done\":false")
                    .doesNotContain("endTime");
            time.advance(Duration.ofSeconds(3));
            assertThat(curl.get("/v1beta1/" + NAME).body())
                    .contains("\"endTime\":\"2026-01-01T00:00:02Z\"", "\"progressPercent\":100}")
                    .contains("\"apiVersion\":\"v1beta1\"", "\"verb\":\"delete\"", "\"done\":true");
        }

        @Test
        void showsEachEnd() throws Exception {
            ScriptedOperation operation = server.operation(NAME).metadata(Metadata.none());
            String head = "{\"name\":\"" + NAME + "\",\"done\":true";

            operation.alreadyDone();
            assertThat(curl.get("/v1/" + NAME).body())
                    .isEqualTo(head + ",\"response\":{\"@type\":\"type.googleapis.com/google.protobuf.Empty\"}}");
        }

        @Test
        void showsAnErrorOfAnyNumberWithItsDetails() throws Exception {
            server.operation(NAME)
                    .byItself(Duration.ZERO, TerminalState.FAILED)
                    .error(4711, "From the future.", "{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\"}");

            assertThat(curl.get("/v1/" + NAME).body())
                    .endsWith("\"done\":true,\"error\":{\"code\":4711,\"message\":\"From the future.\","
                            + "\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\"}]}}");
        }

        @Test
        void showsNoResultWhereThereIsNone() throws Exception {
            server.operation(NAME).metadata(Metadata.none()).byItself(Duration.ZERO, TerminalState.NO_RESULT);

            assertThat(curl.get("/v1/" + NAME).body()).isEqualTo("{\"name\":\"" + NAME + "\",\"done\":true}");
        }

        @Test
        void wrapsTheTimesAsVertexDoes() throws Exception {
            server.operation(NAME)
                    .metadata(Metadata.generic("google.cloud.aiplatform.v1beta1.DeployModelOperationMetadata"));

            assertThat(curl.get("/v1/" + NAME).body())
                    .contains(
                            "\"genericMetadata\":{\"createTime\":\"" + START + "\",\"updateTime\":\"" + START + "\"}}");
        }

        @Test
        void doesNotMindParametersThatGooglesClientsSend() throws Exception {
            server.operation(NAME);

            assertThat(curl.get("/v1/" + NAME + "?$alt=json;enum-encoding=int&prettyPrint=false")
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void answersNotFoundForAnUnknownOperation() throws Exception {
            HttpResponse<String> answer = curl.get("/v1beta1/" + NAME);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body())
                    .isEqualTo("{\"error\":{\"code\":404,\"message\":\"Resource '" + NAME + "' was not found\","
                            + "\"status\":\"NOT_FOUND\",\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\","
                            + "\"reason\":\"RESOURCE_NOT_FOUND\",\"domain\":\"file.googleapis.com\","
                            + "\"metadata\":{\"service\":\"file.googleapis.com\"}}]}}");
        }

        @Test
        void answersNotFoundOnceTheServerForgotIt() throws Exception {
            server.operation(NAME).completesAfter(Duration.ofSeconds(1)).deletedAfter(Duration.ofSeconds(5));
            time.advance(Duration.ofSeconds(5));
            assertThat(curl.get("/v1/" + NAME).statusCode()).isEqualTo(200);
            time.advance(Duration.ofSeconds(1));

            assertThat(curl.get("/v1/" + NAME).statusCode()).isEqualTo(404);
            assertThat(server.operationRecord(NAME).state().terminalState()).contains(TerminalState.COMPLETED);
        }
    }

    @Nested
    class Delete {

        @Test
        void forgetsAnOperationForGood() throws Exception {
            String name = PARENT + "/operations/done-x";

            assertThat(curl.delete("/v1/" + name).body()).isEqualTo("{}");
            assertThat(curl.get("/v1/" + name).statusCode()).isEqualTo(404);
            assertThat(curl.delete("/v1/" + name).statusCode()).isEqualTo(404);
            assertThat(curl.post("/v1/" + name + ":cancel").statusCode()).isEqualTo(404);
            assertThat(curl.get("/v1/" + PARENT + "/operations").body()).isEqualTo("{}");
        }

        @Test
        void takesARunningOneToo() throws Exception {
            server.operation(NAME);

            assertThat(curl.delete("/v1/" + NAME).statusCode()).isEqualTo(200);
            assertThat(server.operationRecord(NAME).done()).isFalse();
        }
    }

    @Nested
    class UndocumentedPaths {

        @Test
        void getTheFrontEndsPage() throws Exception {
            HttpResponse<String> answer = curl.post("/v1/projects/p/no<b>such/path:cancel".replace("<b>", "%3Cb%3E"));

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=UTF-8");
            assertThat(answer.body())
                    .startsWith("<!DOCTYPE html>")
                    .contains("Error 404 (Not Found)", "<code>/v1/projects/p/no%3Cb%3Esuch/path:cancel</code>");
        }

        @Test
        void areThoseThatTheGivenServicesDoNotShare() throws Exception {
            try (FakeOperationsServer filestore = FakeOperationsServer.start(time, Services.only("file"), 0)) {
                assertThat(new Curl(filestore).post("/v1/" + NAME + ":wait").body())
                        .contains("Error 404");
            }
        }

        @Test
        void areAllIfThereIsNoServiceOnTheClassPath() throws Exception {
            try (FakeOperationsServer empty = FakeOperationsServer.start()) {
                assertThat(new Curl(empty).get("/v1/" + NAME).body()).contains("Error 404");
            }
        }
    }

    @Nested
    class Requests {

        @Test
        void areKeptAsTheyCameWithoutTheirSecrets() throws Exception {
            time.advance(Duration.ofSeconds(7));
            curl.send(curl.request("/v1/" + NAME + ":cancel?key=AIzaSecret")
                    .header("Authorization", "Bearer ya29.secret")
                    .POST(BodyPublishers.ofString("{}")));

            ServedRequest request = server.requests().get(0);
            assertThat(request.at()).isEqualTo(Instant.parse(START).plusSeconds(7));
            assertThat(request.rpc()).contains(ApiMethod.CANCEL);
            assertThat(request.name()).isEqualTo(NAME);
            assertThat(request.line()).matches("POST /v1/" + NAME + ":cancel\\?key=sha256:[0-9a-f]{8}");
            assertThat(request.headers().get("authorization")).matches("Bearer sha256:[0-9a-f]{8}");
            assertThat(request.body()).isEqualTo("{}");
            assertThat(request.toString()).doesNotContain("ecret");
            assertThat(server.requestCount()).isEqualTo(1);
        }

        @Test
        void areToldBeforeTheyAreProcessed() throws Exception {
            List<Optional<ApiMethod>> told = new ArrayList<>();
            server.onRequest(request -> {
                told.add(request.rpc());
                server.operation(NAME).alreadyDone();
            });

            assertThat(curl.get("/v1/" + NAME).body()).contains("\"done\":true");
            curl.get("/nowhere");
            assertThat(told).containsExactly(Optional.of(ApiMethod.GET), Optional.empty());
        }

        @Test
        void areUnzipped() throws Exception {
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
                zip.write('{');
                zip.write('}');
            }
            server.operation(NAME);

            HttpResponse<String> answer = curl.send(curl.request("/v1/" + NAME + ":cancel")
                    .header("Content-Encoding", "gzip")
                    .POST(BodyPublishers.ofByteArray(zipped.toByteArray())));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(server.requests().get(0).body()).isEqualTo("{}");
        }
    }

    @Test
    void anUnknownOperationHasNoRecord() {
        assertThatThrownBy(() -> server.operationRecord("operations/none"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no operation \"operations/none\" was scripted or asked for; there are 0 others");
    }

    @Test
    void theUrlIsThatOfTheLoopbackInterface() {
        assertThat(server.url()).matches("http://127\\.0\\.0\\.1:\\d+");
    }

    @Test
    void aServerOnAllInterfacesIsReachedByTheLoopbackInterfaceAndOthers() throws Exception {
        InetAddress all = InetAddress.getByName("0.0.0.0");
        try (FakeOperationsServer open = FakeOperationsServer.start(time, Services.only("file"), all, 0)) {
            assertThat(open.url()).matches("http://127\\.0\\.0\\.1:\\d+");
            assertThat(new Curl(open).get("/v1/" + PARENT + "/operations").statusCode())
                    .isEqualTo(200);
            try (Socket other = new Socket("127.0.0.2", URI.create(open.url()).getPort())) {
                assertThat(other.isConnected()).isTrue();
            }
        }
    }

    @Test
    void aServerIsByDefaultReachedByTheLoopbackAddressOnly() {
        int port = URI.create(server.url()).getPort();

        assertThatThrownBy(() -> new Socket("127.0.0.2", port).close()).isInstanceOf(ConnectException.class);
    }
}
