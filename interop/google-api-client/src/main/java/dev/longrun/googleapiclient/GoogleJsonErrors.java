// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleapiclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.json.JsonObjectParser;
import com.google.api.client.json.gson.GsonFactory;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.wire.StatusReader;
import dev.longrun.wire.StatusWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Converts errors of google-api-client to errors of Longrun and back, with all details.
 *
 * <pre>{@code
 * try {
 *     dataplex.projects().locations().lakes().create(parent, lake).execute();
 * } catch (GoogleJsonResponseException e) {
 *     throw GoogleJsonErrors.exception(e);      // an ApiException as from Longrun
 * }
 * }</pre>
 */
public final class GoogleJsonErrors {
    private static final GsonFactory JSON = GsonFactory.getDefaultInstance();
    private static final JsonObjectParser BODY =
            new JsonObjectParser.Builder(JSON).setWrapperKeys(Set.of("error")).build();

    private GoogleJsonErrors() {}

    /**
     * The code is that of the {@code status} field, for which google-api-client has no getter, or else that of the HTTP
     * status.
     */
    public static Status status(GoogleJsonError error) {
        try {
            String body = "{\"error\":" + JSON.toString(error) + "}";
            return StatusReader.errorBody(body.getBytes(UTF_8), error.getCode())
                    .orElseGet(() -> Status.of(Code.ofHttpStatus(error.getCode()), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The error with the HTTP status of the code. */
    public static GoogleJsonError error(Status status) {
        return error(status, status.code().httpStatus());
    }

    /** The cause is the original, whose message contains the URL. {@code Retry-After} is read if it is in seconds. */
    public static ApiException exception(GoogleJsonResponseException response) {
        Optional<Status> body = Optional.ofNullable(response.getDetails()).map(GoogleJsonErrors::status);
        Status status = body.orElseGet(() -> Status.of(
                Code.ofHttpStatus(response.getStatusCode()),
                "HTTP " + response.getStatusCode() + " without a Google JSON error"));
        String message = "a call of google-api-client failed with " + status.describe() + "; the cause has the URL";
        return ApiException.builder(message, status, response.getStatusCode())
                .hasApiErrorBody(body.isPresent())
                .requestId(Optional.ofNullable(response.getHeaders().getFirstHeaderStringValue("x-request-id")))
                .retryAfter(retryAfter(response.getHeaders()))
                .cause(response)
                .build();
    }

    /** Converts an error for code that handles errors of google-api-client. The cause is the original. */
    public static GoogleJsonResponseException exception(ApiException error) {
        HttpHeaders headers = new HttpHeaders();
        error.retryAfter().map(Duration::toSeconds).map(String::valueOf).ifPresent(headers::setRetryAfter);
        GoogleJsonResponseException exception = new GoogleJsonResponseException(
                new HttpResponseException.Builder(
                                error.httpStatus(), error.status().code().name(), headers)
                        .setContent(StatusWriter.errorBody(error.status(), error.httpStatus()))
                        .setMessage(error.getMessage()),
                error(error.status(), error.httpStatus()));
        exception.initCause(error);
        return exception;
    }

    private static GoogleJsonError error(Status status, int httpStatus) {
        try {
            return BODY.parseAndClose(
                    new StringReader(StatusWriter.errorBody(status, httpStatus)), GoogleJsonError.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Duration> retryAfter(HttpHeaders headers) {
        return Optional.ofNullable(headers.getRetryAfter())
                .map(String::strip)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }
}
