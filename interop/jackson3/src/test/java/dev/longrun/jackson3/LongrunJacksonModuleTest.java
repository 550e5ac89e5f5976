// SPDX-License-Identifier: Apache-2.0
package dev.longrun.jackson3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.CancelResult;
import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.json.Any;
import dev.longrun.json.JsonObject;
import dev.longrun.name.InvalidNameException;
import dev.longrun.operation.Operation;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.service.ServiceTable;
import dev.longrun.testkit.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

class LongrunJacksonModuleTest {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(new LongrunJacksonModule()).build();
    private static final OperationName NAME = CancelledOnServer.name("completes-10-a");
    private static final String FULL_NAME =
            "//file.googleapis.com/projects/acme/locations/us-central1/operations/completes-10-a";

    private final CancelledOnServer cancelled = new CancelledOnServer();

    @AfterEach
    void close() {
        cancelled.close();
    }

    record Report(String by, Object result) {}

    record Request(OperationName name, String reason) {}

    @Test
    void outcomeIsTheLineOfTheCommand() {
        CancelOutcome outcome = cancelled.cancel("completes-10-a");
        assertThat(MAPPER.writeValueAsString(outcome)).isEqualTo(outcome.toJson());
        assertThat(MAPPER.writeValueAsString(new Report("nightly", outcome)))
                .isEqualTo("{\"by\":\"nightly\",\"result\":" + outcome.toJson() + "}");
        assertThat(MAPPER.writeValueAsString(List.of(outcome, outcome)))
                .isEqualTo("[" + outcome.toJson() + "," + outcome.toJson() + "]");
    }

    @Test
    void bytesAndIndentedTextHaveTheSameLine() {
        CancelOutcome outcome = cancelled.cancel("cancels-10-a");
        assertThat(new String(MAPPER.writeValueAsBytes(outcome), UTF_8)).isEqualTo(outcome.toJson());
        JsonMapper indented =
                MAPPER.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
        String text = indented.writeValueAsString(new Report("nightly", outcome));
        assertThat(text).contains(outcome.toJson()).contains("\n");
        assertThat(MAPPER.readTree(text).at("/result/outcome").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void treeHasTheFieldsOfTheOutcome() {
        CancelOutcome outcome = cancelled.cancel("fails-10-a");
        JsonNode tree = MAPPER.valueToTree(new Report("nightly", outcome));
        assertThat(tree.at("/result/outcome").asString()).isEqualTo("FAILED_ANYWAY");
        assertThat(tree.at("/result/operation/error/code").isInt()).isTrue();
        assertThat(tree.get("result")).isEqualTo(MAPPER.readTree(outcome.toJson()));
    }

    @Test
    void treeKeepsEachDigitOfANumber() {
        Operation operation = Operation.read(
                NAME, JsonObject.parse("{\"metadata\":{\"a\":1.10,\"b\":1e400,\"c\":18446744073709551617}}"));
        JsonNode metadata = MAPPER.valueToTree(operation).get("metadata");
        assertThat(metadata.get("a").decimalValue()).isEqualTo("1.10");
        assertThat(metadata.get("b").decimalValue()).isEqualTo("1e400");
        assertThat(metadata.get("c").bigIntegerValue()).isEqualTo("18446744073709551617");
    }

    @Test
    void failedCancelOfABatchHasItsErrorInPlaceOfAnOutcome() {
        cancelled.server.faults().on(ApiMethod.CANCEL).always(Fault.permissionDenied());
        CancelResult result = cancelled.cancelAll("refuses-a").get(0);
        assertThat(result.failure()).isPresent();
        JsonNode tree = MAPPER.readTree(MAPPER.writeValueAsString(result));
        assertThat(tree.get("name").asString()).isEqualTo(result.name().value());
        assertThat(tree.at("/error/kind").asString()).isEqualTo("REJECTED");
        assertThat(tree.at("/error/httpStatus").asInt()).isEqualTo(403);
        assertThat(tree.propertyNames()).containsExactly("schemaVersion", "name", "service", "version", "error");
    }

    @Test
    void resultsAreOfTheSameSchemaWithAndWithoutAnOutcome() {
        JsonNode outcome =
                MAPPER.valueToTree(cancelled.cancelAll("completes-0-a").get(0));
        cancelled.server.faults().on(ApiMethod.CANCEL).always(Fault.permissionDenied());
        JsonNode failure =
                MAPPER.valueToTree(cancelled.cancelAll("completes-0-b").get(0));
        assertThat(failure.get("schemaVersion")).isEqualTo(outcome.get("schemaVersion"));
    }

    @Test
    void operationIsTheJsonOfTheServerWithoutItsSecrets() {
        Operation operation = Operation.read(
                NAME,
                JsonObject.parse(
                        "{\"name\": \"x\",\n \"metadata\": {\"password\": \"hunter2\", \"odd\": \"\u202e\"}}"));
        assertThat(MAPPER.writeValueAsString(operation))
                .doesNotContain("hunter2", "\u202e")
                .contains("[hidden]", "\"odd\": \"\\u202e\"");
    }

    @Test
    void statusIsThatOfGoogleRpcWithoutItsSecrets() {
        Status status = Status.of(Code.PERMISSION_DENIED, "no \"access\": token=ya29.secret-value-0123");
        assertThat(MAPPER.writeValueAsString(status))
                .isEqualTo("{\"code\":7,\"message\":\"no \\\"access\\\": token=[hidden]\"}");
    }

    @Test
    void jsonAndAnyAreWrittenAsTheyCame() {
        String text = "{ \"@type\": \"type.googleapis.com/acme.Lake\", \"é\": [1.10, null] }";
        assertThat(MAPPER.writeValueAsString(JsonObject.parse(text))).isEqualTo(text);
        assertThat(MAPPER.writeValueAsString(new Report("x", Any.of(JsonObject.parse(text)))))
                .isEqualTo("{\"by\":\"x\",\"result\":" + text + "}");
    }

    @Test
    void nameIsWrittenAndReadAsItsFullName() {
        String json = MAPPER.writeValueAsString(new Request(NAME, "stuck"));
        assertThat(json).isEqualTo("{\"name\":\"" + FULL_NAME + "\",\"reason\":\"stuck\"}");
        assertThat(MAPPER.readValue(json, Request.class)).isEqualTo(new Request(NAME, "stuck"));
    }

    @Test
    void urlIsReadWithItsVersion() {
        OperationName beta = MAPPER.readValue(
                "\"https://file.googleapis.com/v1beta1/projects/p/locations/us-east1/operations/o\"",
                OperationName.class);
        assertThat(beta.version()).isEqualTo("v1beta1");
    }

    @Test
    void namesAreKeysOfMaps() {
        Map<OperationName, Integer> map = new LinkedHashMap<>(Map.of(NAME, 3));
        String json = MAPPER.writeValueAsString(map);
        assertThat(json).isEqualTo("{\"" + FULL_NAME + "\":3}");
        Map<OperationName, Integer> read = MAPPER.readValue(json, new TypeReference<Map<OperationName, Integer>>() {});
        assertThat(read).isEqualTo(map);
    }

    @Test
    void textThatIsNoNameIsAnErrorWithItsPlaceAndItsCause() {
        assertThatThrownBy(() -> MAPPER.readValue("{\"name\":\"projects/p\",\"reason\":\"\"}", Request.class))
                .isInstanceOf(InvalidFormatException.class)
                .hasMessageContaining("a name alone does not tell its service")
                .hasMessageContaining("Request[\"name\"]")
                .hasCauseInstanceOf(InvalidNameException.class);
        assertThatThrownBy(() -> MAPPER.readValue(
                        "{\"//nope.example.com/operations/o\":1}", new TypeReference<Map<OperationName, Integer>>() {}))
                .isInstanceOf(InvalidFormatException.class)
                .hasMessageContaining("nope.example.com");
    }

    @Test
    void nameThatIsNoStringIsAnError() {
        for (String json : List.of("{}", "[]", "17", "true")) {
            assertThatThrownBy(() -> MAPPER.readValue(json, OperationName.class))
                    .as(json)
                    .isInstanceOf(MismatchedInputException.class);
        }
        assertThat(MAPPER.readValue("null", OperationName.class)).isNull();
    }

    @Test
    void namesAreThoseOfTheGivenServices() {
        ServiceTable table = ServiceTable.parse("lab", """
                service  lab.example.com
                versions v1
                names
                  racks/*/operations/*  get cancel
                """);
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new LongrunJacksonModule(ServiceRegistry.of().withDefinitions(table)))
                .build();
        OperationName name = mapper.readValue("\"//lab.example.com/racks/r7/operations/o1\"", OperationName.class);
        assertThat(name.service().name()).isEqualTo("lab.example.com");
        assertThatThrownBy(() -> mapper.readValue("\"" + FULL_NAME + "\"", OperationName.class))
                .hasMessageContaining("file.googleapis.com");
        assertThatThrownBy(() -> new LongrunJacksonModule(null)).hasMessage("services");
    }

    @Test
    void nullIsNull() {
        assertThat(MAPPER.writeValueAsString(new Report(null, null))).isEqualTo("{\"by\":null,\"result\":null}");
    }

    @Test
    void noTypeIdIsWritten() {
        ObjectMapper typed = MAPPER.rebuild()
                .activateDefaultTyping(BasicPolymorphicTypeValidator.builder()
                        .allowIfBaseType(Object.class)
                        .build())
                .build();
        CancelOutcome outcome = cancelled.cancel("cancels-0-a");
        assertThat(typed.writeValueAsString(new Report("x", outcome)))
                .isEqualTo("{\"by\":\"x\",\"result\":" + outcome.toJson() + "}");
        assertThat(typed.writeValueAsString(new Report("x", NAME)))
                .isEqualTo("{\"by\":\"x\",\"result\":\"" + FULL_NAME + "\"}");
    }

    @Test
    void mapperFindsTheModule() {
        JsonMapper found = JsonMapper.builder().findAndAddModules().build();
        assertThat(found.registeredModules()).hasAtLeastOneElementOfType(LongrunJacksonModule.class);
        JsonMapper both = JsonMapper.builder()
                .findAndAddModules()
                .addModule(new LongrunJacksonModule(ServiceRegistry.of()))
                .build();
        assertThat(both.registeredModules())
                .filteredOn(LongrunJacksonModule.class::isInstance)
                .hasSize(1);
        assertThatThrownBy(() -> both.readValue("\"" + FULL_NAME + "\"", OperationName.class))
                .isInstanceOf(InvalidFormatException.class);
    }

    @Test
    void moduleTellsItsVersion() {
        assertThat(new LongrunJacksonModule().version().getArtifactId()).isEqualTo("longrun-jackson3");
    }
}
