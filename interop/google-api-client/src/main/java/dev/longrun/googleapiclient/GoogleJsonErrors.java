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
import dev.longrun.json.StatusReader;
import dev.longrun.json.StatusWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Errors of google-api-client as errors of Longrun, and back, details of every kind included.
 *
 * <pre>{@code
 * try {
 *     filestore.projects().locations().instances().create(parent, instance).execute();
 * } catch (GoogleJsonResponseException e) {
 *     throw GoogleJsonErrors.exception(e);      // the ApiException that the rest of the application knows
 * }
 * }</pre>
 */
public final class GoogleJsonErrors {
    private static final GsonFactory JSON = GsonFactory.getDefaultInstance();
    private static final JsonObjectParser BODY =
            new JsonObjectParser.Builder(JSON).setWrapperKeys(Set.of("error")).build();

    private GoogleJsonErrors() {}

    /**
     * The canonical code is that of the {@code status} name, which google-api-client has no getter for, else of the
     * HTTP status.
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

    /** With the HTTP status that the code maps to. */
    public static GoogleJsonError error(Status status) {
        return error(status, status.code().httpStatus());
    }

    /** The cause is the original, whose message has the URL. {@code Retry-After} is read where it is in seconds. */
    public static ApiException exception(GoogleJsonResponseException answer) {
        Optional<Status> said = Optional.ofNullable(answer.getDetails()).map(GoogleJsonErrors::status);
        Status status = said.orElseGet(() -> Status.of(
                Code.ofHttpStatus(answer.getStatusCode()),
                "HTTP " + answer.getStatusCode() + " without a Google JSON error"));
        String message = "a call of google-api-client was answered " + status.describe() + "; its cause has the URL";
        return ApiException.builder(message, status, answer.getStatusCode())
                .hasApiErrorBody(said.isPresent())
                .requestId(Optional.ofNullable(answer.getHeaders().getFirstHeaderStringValue("x-request-id")))
                .retryAfter(retryAfter(answer.getHeaders()))
                .cause(answer)
                .build();
    }

    /** For code that handles errors of google-api-client only. The cause is the original. */
    public static GoogleJsonResponseException exception(ApiException refusal) {
        HttpHeaders headers = new HttpHeaders();
        refusal.retryAfter().map(Duration::toSeconds).map(String::valueOf).ifPresent(headers::setRetryAfter);
        GoogleJsonError error = error(refusal.status(), refusal.httpStatus());
        GoogleJsonResponseException exception = new GoogleJsonResponseException(
                new HttpResponseException.Builder(
                                refusal.httpStatus(), refusal.status().code().name(), headers)
                        .setContent(StatusWriter.errorBody(refusal.status(), refusal.httpStatus()))
                        .setMessage(refusal.getMessage()),
                error);
        exception.initCause(refusal);
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
