// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.error.Code;
import dev.longrun.error.StatusDetail.ErrorInfo;
import dev.longrun.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorResponseReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void theBodysStatusWinsOverTheHttpStatus() {
        AttemptResult.ErrorResponse refused =
                read(400, "{\"error\":{\"code\":400,\"message\":\"busy\",\"status\":\"FAILED_PRECONDITION\"}}");
        assertThat(refused.status().code()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(refused.hasApiErrorBody()).isTrue();
    }

    @Test
    void theHttpStatusCountsWhereTheBodyNamesNoCode() {
        AttemptResult.ErrorResponse refused = read(429, "{\"error\":{\"message\":\"slow down\"}}");
        assertThat(refused.status().code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(refused.status().message()).isEqualTo("slow down");
        assertThat(refused.hasApiErrorBody()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 300, 304, 404})
    void whatDoesNotIsARefusal(int status) {
        assertThat(ErrorResponseReader.read(new HttpResponse(status, Map.of(), new byte[0]), NOW))
                .isInstanceOf(AttemptResult.ErrorResponse.class);
    }

    @Test
    void aPageOfHtmlIsQuotedByItsFirstLineAndIsNotStructured() {
        AttemptResult.ErrorResponse refused = read(502, "\n  <html><title>Error 502</title>\n<body>…");
        assertThat(refused.status().code()).isEqualTo(Code.ofHttpStatus(502));
        assertThat(refused.status().message()).isEqualTo("HTTP 502: <html><title>Error 502</title>");
        assertThat(refused.hasApiErrorBody()).isFalse();
    }

    @Test
    void anEmptyErrorBodyIsCalledEmpty() {
        assertThat(read(404, "").status().message()).isEqualTo("HTTP 404 with an empty body");
    }

    @Test
    void aLongFirstLineIsCut() {
        assertThat(read(500, "x".repeat(1000)).status().message())
                .hasSizeLessThan(150)
                .endsWith("…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RATE_LIMIT_EXCEEDED",
                "QUOTA_EXCEEDED",
                "RESOURCE_QUOTA_EXCEEDED",
                "rateLimitExceeded",
                "userRateLimitExceeded",
                "quotaExceeded"
            })
    void a403WithAQuotaReasonCountsAs429(String reason) {
        AttemptResult.ErrorResponse refused = read(403, permissionDenied(reason));
        assertThat(refused.status().code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
    }

    @Test
    void aQuotaReasonKeepsMessageAndDetails() {
        AttemptResult.ErrorResponse refused = read(403, permissionDenied("QUOTA_EXCEEDED"));
        assertThat(refused.status().message()).isEqualTo("no");
        assertThat(refused.status().detail(ErrorInfo.class)).isPresent();
    }

    @Test
    void aQuotaReasonChangesNoOtherCode() {
        String body = permissionDenied("QUOTA_EXCEEDED").replace("PERMISSION_DENIED", "FAILED_PRECONDITION");
        assertThat(read(400, body).status().code()).isEqualTo(Code.FAILED_PRECONDITION);
    }

    @Test
    void any403ElseStaysOne() {
        assertThat(read(403, permissionDenied("IAM_PERMISSION_DENIED")).status().code())
                .isEqualTo(Code.PERMISSION_DENIED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                "120 | PT2M",
                "' 120 ' | PT2M",
                "Fri, 20 Nov 2026 10:00:30 GMT | PT30S",
                "Fri, 20 Nov 2026 09:00:00 GMT | PT0S",
            })
    void retryAfterIsSecondsOrADate(String header, Duration expected) {
        assertThat(ErrorResponseReader.retryAfter(header, NOW)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "soon", "99999999999999999999", "1.5"})
    void aRetryAfterThatCannotBeReadIsNone(String header) {
        assertThat(ErrorResponseReader.retryAfter(header, NOW)).isEmpty();
    }

    /** The clock of the server, or that of the client, may be wrong by days. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 01 Jan 2024 00:00:00 GMT | Mon, 01 Jan 2024 00:00:07 GMT | PT7S",
                "Fri, 01 Jan 2027 00:00:10 GMT | Fri, 01 Jan 2027 00:00:00 GMT | PT0S",
                "today | Fri, 20 Nov 2026 10:00:30 GMT | PT30S",
                "Mon, 01 Jan 2024 00:00:00 GMT | 9 | PT9S",
            })
    void aDateIsByTheClockOfTheServer(String date, String retryAfter, Duration expected) {
        var response = new HttpResponse(429, Map.of("Date", date, "Retry-After", retryAfter), new byte[0]);
        assertThat(((AttemptResult.ErrorResponse) ErrorResponseReader.read(response, NOW)).hint())
                .contains(expected);
    }

    @Test
    void retryInfoWinsOverTheHeader() {
        String body = """
                {"error":{"code":429,"status":"RESOURCE_EXHAUSTED","message":"slow down","details":[
                  {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"2.5s"}]}}""";
        var response = new HttpResponse(429, Map.of("Retry-After", "9"), body.getBytes(UTF_8));
        assertThat(((AttemptResult.ErrorResponse) ErrorResponseReader.read(response, NOW)).hint())
                .contains(Duration.ofMillis(2500));
    }

    private static String permissionDenied(String reason) {
        return """
                {"error":{"code":403,"status":"PERMISSION_DENIED","message":"no","details":[
                  {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"%s","domain":"googleapis.com"}]}}""".formatted(reason);
    }

    private static AttemptResult.ErrorResponse read(int status, String body) {
        return (AttemptResult.ErrorResponse)
                ErrorResponseReader.read(new HttpResponse(status, Map.of(), body.getBytes(UTF_8)), NOW);
    }
}
