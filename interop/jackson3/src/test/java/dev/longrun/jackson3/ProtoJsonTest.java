// SPDX-License-Identifier: Apache-2.0
package dev.longrun.jackson3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.longrun.json.Any;
import dev.longrun.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;

class ProtoJsonTest {
    private final ProtoJson json = ProtoJson.by(JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build());

    enum Tier {
        BASIC,
        HIGH
    }

    record Share(String name, long capacityGb) {}

    record Instance(
            String name,
            @JsonProperty("createTime") Instant since,
            Duration grace,
            Tier tier,
            double load,
            List<Share> fileShares,
            byte[] etag) {}

    private static Any any(String text) {
        return Any.of(JsonObject.parse(text));
    }

    @Test
    void responseIsReadIntoARecordInOneCall() {
        Instance instance = any("""
                {"@type": "type.googleapis.com/google.cloud.filestore.v1.Instance", "name": "i", "unknown": {"x": [1]},
                 "createTime": "2026-01-02T03:04:05.678901234+02:00", "grace": "3.5s", "tier": "HIGH", "load": "NaN",
                 "fileShares": [{"name": "s", "capacityGb": "1024"}], "etag": "AQI="}
                """).decode(json.as(Instance.class));
        assertThat(instance.since()).isEqualTo("2026-01-02T01:04:05.678901234Z");
        assertThat(instance.grace()).isEqualTo(Duration.ofMillis(3500));
        assertThat(instance.tier()).isEqualTo(Tier.HIGH);
        assertThat(instance.load()).isNaN();
        assertThat(instance.fileShares()).containsExactly(new Share("s", 1024));
        assertThat(instance.etag()).containsExactly(1, 2);
    }

    @Test
    void messageWithAFormOfItsOwnIsReadFromItsValue() {
        Any duration =
                any("{\"@type\": \"type.googleapis.com/google.protobuf.Duration\", \"value\": \"-1.000000001s\"}");
        assertThat(duration.decode(json.as(Duration.class))).isEqualTo(Duration.ofSeconds(-1, -1));
        Any time = any(
                "{\"@type\": \"type.googleapis.com/google.protobuf.Timestamp\", \"value\": \"1970-01-01T00:00:01Z\"}");
        assertThat(time.decode(json.as(Instant.class))).isEqualTo(Instant.ofEpochSecond(1));
    }

    @Test
    void genericTypeIsRead() {
        Map<String, Share> shares = JsonObject.parse("{\"a\": {\"name\": \"s\", \"capacityGb\": 1}}")
                .decode(json.as(new TypeReference<Map<String, Share>>() {}));
        assertThat(shares).containsExactly(Map.entry("a", new Share("s", 1)));
    }

    @Test
    void valuesOfLaterReleasesAreLeftOut() {
        Instance instance = any("{\"tier\": \"TIER_OF_NEXT_YEAR\", \"load\": null, \"extra\": 1}")
                .decode(json.as(Instance.class));
        assertThat(instance.tier()).isNull();
        assertThat(instance.load()).isZero();
    }

    @Test
    void valueThatDoesNotFitIsAnErrorWithItsPlace() {
        assertThatThrownBy(() -> any("{\"grace\": \"PT3S\"}").decode(json.as(Instance.class)))
                .isInstanceOf(InvalidFormatException.class)
                .hasMessageContaining("not in the form of proto JSON")
                .hasMessageContaining("Instance[\"grace\"]");
        for (String bad : List.of(
                "{\"createTime\": \"yesterday\"}",
                "{\"createTime\": {}}",
                "{\"load\": \"heavy\"}",
                "{\"fileShares\": 3}",
                "{\"fileShares\": [{\"capacityGb\": \"99999999999999999999\"}]}")) {
            assertThatThrownBy(() -> any(bad).decode(json.as(Instance.class)))
                    .as(bad)
                    .isInstanceOf(DatabindException.class);
        }
    }

    @Test
    void deepAndHugeValuesAreRefusedAndNotRead() {
        String deep = "{\"x\":".repeat(2000) + "1" + "}".repeat(2000);
        assertThatThrownBy(() -> json.read(deep, Instance.class)).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> json.read("{\"fileShares\":[{\"capacityGb\":1e1000000000}]}", Instance.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void theTypeInTheMessageSelectsNoClass() {
        Any any =
                any("{\"@type\": \"type.googleapis.com/java.net.URL\", \"@class\": \"java.net.URL\", \"name\": \"s\"}");
        assertThat(any.decode(json.as(Share.class))).isEqualTo(new Share("s", 0));
        assertThat(any.decode(json.as(Object.class))).isInstanceOf(Map.class);
    }

    @Test
    void mapperOfTheApplicationStaysAsItIs() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        ProtoJson.by(mapper);
        assertThatThrownBy(() -> mapper.readValue("{\"name\":\"s\",\"x\":1}", Share.class))
                .isInstanceOf(DatabindException.class);
        assertThat(mapper.readValue("\"PT3S\"", Duration.class)).isEqualTo(Duration.ofSeconds(3));
    }
}
