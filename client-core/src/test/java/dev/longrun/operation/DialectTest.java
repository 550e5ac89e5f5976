// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import static dev.longrun.operation.DialectTables.COMPUTE;
import static dev.longrun.operation.DialectTables.CONTAINER;
import static dev.longrun.operation.DialectTables.DNS;
import static dev.longrun.operation.DialectTables.SQLADMIN;
import static dev.longrun.operation.DialectTables.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.error.Code;
import dev.longrun.error.StatusDetail;
import dev.longrun.json.JsonException;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation.State;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {
    private static OperationName name(String dialect) {
        return switch (dialect) {
            case "compute" -> COMPUTE;
            case "container" -> CONTAINER;
            case "sqladmin" -> SQLADMIN;
            default -> DNS;
        };
    }

    @Nested
    class States {
        @ParameterizedTest
        @CsvSource({
            "compute,   PENDING,  RUNNING",
            "compute,   RUNNING,  RUNNING",
            "compute,   DONE,     SUCCEEDED",
            "container, RUNNING,  RUNNING",
            "container, ABORTING, RUNNING",
            "container, DONE,     ENDED",
            "sqladmin,  PENDING,  RUNNING",
            "sqladmin,  DONE,     SUCCEEDED",
            "dns,       pending,  RUNNING",
            "dns,       done,     SUCCEEDED",
            "dns,       DONE,     SUCCEEDED",
        })
        void areThoseOfTheStatus(String dialect, String status, State state) {
            Operation operation = operation(name(dialect), "{'name':'o','id':'o','status':'" + status + "'}");
            assertThat(operation.state()).isEqualTo(state);
            assertThat(operation.status()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"compute", "container", "sqladmin", "dns"})
        void areUnknownWithoutAStatus(String dialect) {
            assertThatThrownBy(() -> operation(name(dialect), "{'name':'o'}"))
                    .isInstanceOf(JsonException.class)
                    .hasMessageStartingWith("expected an operation with its status");
        }
    }

    @Nested
    class Errors {
        @ParameterizedTest
        @CsvSource({
            "403, FORBIDDEN,          PERMISSION_DENIED, FAILED",
            "404, RESOURCE_NOT_FOUND, NOT_FOUND,         FAILED",
            "0,   QUOTA_EXCEEDED,     UNKNOWN,           FAILED",
            "200, ODD,                UNKNOWN,           FAILED",
            "499, CLIENT_CLOSED,      CANCELLED,         CANCELLED",
            "400, CANCELLED,          CANCELLED,         CANCELLED",
            "0,   OPERATION_CANCELED_BY_USER, CANCELLED, CANCELLED",
            "0,   CANCEL_FAILED,      UNKNOWN,           FAILED",
        })
        void ofComputeHaveTheCodeOfTheHttpStatusOrOfAWordThatSaysCancelled(
                int http, String word, Code code, State state) {
            String status = http == 0 ? "" : "'httpErrorStatusCode':" + http + ",";
            Operation operation =
                    operation(COMPUTE, "{'status':'DONE'," + status + "'error':{'errors':[{'code':'" + word + "'}]}}");
            assertThat(operation.state()).isEqualTo(state);
            assertThat(operation.status().orElseThrow().code()).isEqualTo(code);
        }

        @Test
        void keepWordsMessagesAndDetails() {
            Operation operation = operation(
                    COMPUTE,
                    "{'status':'DONE','httpErrorStatusCode':429,'httpErrorMessage':'TOO MANY','error':{'errors':["
                            + "{'code':'QUOTA_EXCEEDED','message':'no room','location':'zone',"
                            + "'errorDetails':[{'quotaInfo':{'limit':8}}]},{'code':'CANCELLED'}]}}");
            assertThat(operation.state()).isEqualTo(State.FAILED);
            assertThat(operation.status()).hasValueSatisfying(status -> {
                assertThat(status.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
                assertThat(status.message()).isEqualTo("QUOTA_EXCEEDED: no room; CANCELLED");
                assertThat(status.details().get(0))
                        .isEqualTo(new StatusDetail.ErrorInfo("QUOTA_EXCEEDED", "", Map.of("location", "zone")));
                assertThat(status.details().get(1).toString()).contains("{\"limit\":8}");
            });
        }

        @Test
        void ofAnHttpStatusAloneAreErrors() {
            Operation operation =
                    operation(COMPUTE, "{'status':'DONE','httpErrorStatusCode':404,'httpErrorMessage':'NOT FOUND'}");
            assertThat(operation.status().orElseThrow().describe()).isEqualTo("NOT_FOUND (5): NOT FOUND");
        }

        @Test
        void ofCloudSqlNeverSayCancelledUnlessTheirWordDoes() {
            Operation failed = operation(
                    SQLADMIN, "{'status':'DONE','error':{'errors':[{'code':'INTERNAL_ERROR','message':'stopped'}]}}");
            assertThat(failed.state()).isEqualTo(State.FAILED);
            assertThat(failed.status().orElseThrow().describe()).isEqualTo("UNKNOWN (2): INTERNAL_ERROR: stopped");
            Operation cancelled =
                    operation(SQLADMIN, "{'status':'DONE','error':{'errors':[{'code':'OPERATION_CANCELLED'}]}}");
            assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
        }

        @ParameterizedTest
        @CsvSource({"compute, '{}'", "compute, '{''errors'':[]}'", "sqladmin, '5'", "container, '{}'"})
        void thatSayNothingAreUnreadable(String dialect, String error) {
            assertThatThrownBy(() -> operation(name(dialect), "{'status':'DONE','error':" + error + "}"))
                    .isInstanceOf(JsonException.class)
                    .hasMessageStartingWith("expected an operation whose error has ");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "'error':{'code':1}         | CANCELLED",
                    "'error':{'code':13}        | FAILED",
                    "'error':{'code':0}         | ENDED",
                    "'statusMessage':'no quota' | FAILED",
                    "'statusMessage':''         | ENDED",
                })
        void ofGkeAreStatuses(String error, State state) {
            assertThat(operation(CONTAINER, "{'status':'DONE'," + error + "}").state())
                    .isEqualTo(state);
        }

        @Test
        void ofAnOperationThatGoesOnAreNotYetItsEnd() {
            Operation operation = operation(
                    COMPUTE, "{'status':'RUNNING','httpErrorStatusCode':404,'error':{'errors':[{'code':'X'}]}}");
            assertThat(operation.state()).isEqualTo(State.RUNNING);
        }
    }

    @Nested
    class Facts {
        @Test
        void ofComputeAreAtTheTop() {
            OperationInfo info = operation(COMPUTE, """
                    {'name':'o','status':'RUNNING','operationType':'insert','targetLink':'https://t','user':'u@x',
                     'insertTime':'2026-11-22T01:00:00.5-08:00','startTime':'2026-11-22T02:00:00-08:00',
                     'endTime':'2026-11-22T03:00:00-08:00','progress':40}""").info();
            assertThat(info.createTime()).contains(Instant.parse("2026-11-22T09:00:00.5Z"));
            assertThat(info.endTime()).contains(Instant.parse("2026-11-22T11:00:00Z"));
            assertThat(info.verb()).contains("insert");
            assertThat(info.target()).contains("https://t");
            assertThat(info.user()).contains("u@x");
            assertThat(info.state()).contains("RUNNING");
            assertThat(info.progress()).hasToString("Optional[40 %]");
            assertThat(info.cancelRequested()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "'metrics':[{'name':'nodes done','intValue':'15'},{'name':'nodes total','intValue':32}] | 15 of 32",
                    "'metrics':[{'name':'NODES_DONE','intValue':'1'},{'name':'NODES_TOTAL','intValue':'2'}] | 1 of 2",
                    "'metrics':[{'name':'progress','doubleValue':0.56},{'name':'progress scale','doubleValue':1.0}] | 56 %",
                    "'stages':[{'metrics':[{'name':'percent done','intValue':7}]}]                          | 7 %",
                })
        void ofGkeHaveTheProgressOfItsMetrics(String progress, String text) {
            Operation operation = operation(CONTAINER, "{'status':'RUNNING','progress':{" + progress + "}}");
            assertThat(operation.info().progress().orElseThrow().describe()).isEqualTo(text);
        }

        @Test
        void ofGkeSayThatACancelIsNoted() {
            assertThat(operation(CONTAINER, "{'status':'ABORTING'}").info().cancelRequested())
                    .contains(true);
            assertThat(operation(CONTAINER, "{'status':'RUNNING'}").info().cancelRequested())
                    .isEmpty();
        }

        @Test
        void ofDnsHaveTheZoneOrTheKey() {
            OperationInfo zone = operation(
                            DNS,
                            "{'id':'o','status':'done','type':'update','startTime':'2026-11-22T01:00:00Z',"
                                    + "'zoneContext':{'oldValue':{'name':'before'},'newValue':{'name':'after'}}}")
                    .info();
            assertThat(zone.verb()).contains("update");
            assertThat(zone.target()).contains("after");
            assertThat(zone.createTime()).isPresent();
            OperationInfo key = operation(DNS, "{'id':'o','status':'done','dnsKeyContext':{'oldValue':{'id':'7'}}}")
                    .info();
            assertThat(key.target()).contains("7");
        }
    }

    @Nested
    class OfCloudDns {
        private final OperationName name =
                OperationName.of(DialectTables.service("dns", "v1"), "projects/p/locations/l/operations/o");

        @Test
        void theOperationsOfLocationsAreInTheStandardForm() {
            Operation running =
                    operation(name, "{'name':'projects/p/locations/l/operations/o','metadata':{'verb':'create'}}");
            assertThat(running.state()).isEqualTo(State.RUNNING);
            assertThat(running.info().verb()).contains("create");
            assertThat(operation(name, "{'name':'projects/p/locations/l/operations/o','done':true,'error':{'code':1}}")
                            .state())
                    .isEqualTo(State.CANCELLED);
            assertThat(name.hasCancel()).isTrue();
            OperationPage page = OperationPage.read(
                    OperationParent.of(name.service(), "projects/p/locations/-"),
                    JsonObject.parse("{\"operations\":[{\"name\":\"projects/p/locations/l/operations/o\"}]}"));
            assertThat(page.operations()).extracting(Operation::name).containsExactly(name);
        }
    }

    @Nested
    class Answers {
        @ParameterizedTest
        @CsvSource({
            "compute,   '{''name'':''o'',''status'':''DONE''}',              true",
            "compute,   '{''name'':''n'',''id'':''o'',''status'':''DONE''}', true",
            "compute,   '{''name'':''other'',''status'':''DONE''}',          false",
            "container, '{''name'':''o'',''status'':''DONE''}',              true",
            "container, '{''name'':''n'',''id'':''o'',''status'':''DONE''}', false",
            "dns,       '{''id'':''o'',''status'':''done''}',                true",
            "dns,       '{''name'':''x'',''status'':''done''}',              false",
        })
        void areAcceptedIfTheyHaveTheIdThatWasAskedFor(String dialect, String json, boolean accepted) {
            JsonObject body = JsonObject.parse(json.replace('\'', '"'));
            if (accepted) {
                assertThat(Operation.readResponse(name(dialect), body).name()).isEqualTo(name(dialect));
            } else {
                assertThatThrownBy(() -> Operation.readResponse(name(dialect), body))
                        .isInstanceOf(JsonException.class);
            }
        }
    }
}
