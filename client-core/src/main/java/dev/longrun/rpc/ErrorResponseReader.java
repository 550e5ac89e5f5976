// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.error.StatusDetail.ErrorInfo;
import dev.longrun.error.StatusDetail.RetryInfo;
import dev.longrun.http.HttpResponse;
import dev.longrun.text.BodySnippet;
import dev.longrun.wire.StatusReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/** Classifies a response other than 2xx: the canonical code comes from the body, else from the HTTP status. */
final class ErrorResponseReader {
    /** Reasons of 403 responses that mean a quota, not a missing permission. */
    private static final Set<String> QUOTA_REASONS = Set.of(
            "RATE_LIMIT_EXCEEDED",
            "QUOTA_EXCEEDED",
            "RESOURCE_QUOTA_EXCEEDED",
            "rateLimitExceeded",
            "userRateLimitExceeded",
            "quotaExceeded");

    private ErrorResponseReader() {}

    static AttemptResult read(HttpResponse response, Instant now) {
        Optional<Status> fromBody = StatusReader.errorBody(response.body(), response.status());
        Status status = fromBody.map(ErrorResponseReader::quotaAsExhausted).orElseGet(() -> fromHttp(response));
        return new AttemptResult.ErrorResponse(response, status, fromBody.isPresent(), hint(response, status, now));
    }

    private static Status quotaAsExhausted(Status status) {
        boolean quota = status.code() == Code.PERMISSION_DENIED
                && status.detail(ErrorInfo.class)
                        .filter(info -> QUOTA_REASONS.contains(info.reason()))
                        .isPresent();
        return quota ? new Status(Code.RESOURCE_EXHAUSTED.number(), status.message(), status.details()) : status;
    }

    /** Quotes the first line of a body that is no Google error, such as a proxy's page. */
    private static Status fromHttp(HttpResponse response) {
        String line = BodySnippet.of(response.body());
        String message = "HTTP " + response.status() + (line.isEmpty() ? " with an empty body" : ": " + line);
        return Status.of(Code.ofHttpStatus(response.status()), message);
    }

    private static Optional<Duration> hint(HttpResponse response, Status status, Instant now) {
        Optional<Duration> detail = status.detail(RetryInfo.class).map(RetryInfo::retryDelay);
        return detail.isPresent()
                ? detail
                : response.header("Retry-After").flatMap(value -> retryAfter(value, sent(response, now)));
    }

    /** By the clock of the server, if it tells it, as a date in another header is by that clock too. */
    private static Instant sent(HttpResponse response, Instant now) {
        try {
            return response.header("Date").map(ErrorResponseReader::date).orElse(now);
        } catch (DateTimeException unreadable) {
            return now;
        }
    }

    private static Instant date(String text) {
        return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }

    /**
     * RFC 9110, 10.2.3: seconds, or an HTTP date.
     *
     * @param now by the clock that gave the date
     */
    static Optional<Duration> retryAfter(String value, Instant now) {
        String text = value.strip();
        try {
            if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            Instant at = date(text);
            return Optional.of(at.isBefore(now) ? Duration.ZERO : Duration.between(now, at));
        } catch (DateTimeException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
