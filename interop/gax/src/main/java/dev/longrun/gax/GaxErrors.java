// SPDX-License-Identifier: Apache-2.0
package dev.longrun.gax;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.api.client.http.HttpResponseException;
import com.google.api.gax.rpc.ApiExceptionFactory;
import com.google.api.gax.rpc.ErrorDetails;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.wire.StatusReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Converts errors of gax to errors of Longrun and back, with their code and details.
 *
 * <pre>{@code
 * try {
 *     filestore.deleteInstanceAsync(instance).get();
 * } catch (ExecutionException e) {
 *     if (e.getCause() instanceof com.google.api.gax.rpc.ApiException rejected) {
 *         throw GaxErrors.exception(rejected);      // an ApiException as from Longrun
 *     }
 * }
 * }</pre>
 */
public final class GaxErrors {

    private GaxErrors() {}

    /**
     * The code, message and details. Over REST they are those of the response, where gax keeps it: gax itself knows
     * only the code that the HTTP status suggests, as INVALID_ARGUMENT for a FAILED_PRECONDITION. Over gRPC, details of
     * types that are not in {@code google/rpc/error_details.proto} are lost, as gax does not show them.
     */
    public static Status status(com.google.api.gax.rpc.ApiException error) {
        return body(error)
                .orElseGet(() -> new Status(
                        code(error).number(),
                        Optional.ofNullable(error.getMessage()).orElse(""),
                        Optional.ofNullable(error.getErrorDetails())
                                .map(ProtoDetails::of)
                                .orElse(List.of())));
    }

    /**
     * The cause is the original. Whether a retry makes sense follows from the code, not from
     * {@code error.isRetryable()}, which also depends on the settings of the call.
     */
    public static ApiException exception(com.google.api.gax.rpc.ApiException error) {
        Status status = status(error);
        Optional<HttpResponseException> response = response(error);
        int httpStatus = response.map(HttpResponseException::getStatusCode)
                .orElseGet(() -> error.getStatusCode().getTransportCode() instanceof Integer http && http >= 100
                        ? http
                        : status.code().httpStatus());
        return ApiException.builder("a call of gax failed with " + status.describe(), status, httpStatus)
                .hasApiErrorBody(response.isEmpty() || body(error).isPresent())
                .retryAfter(response.flatMap(GaxErrors::retryAfter))
                .cause(error)
                .build();
    }

    /**
     * The exception of gax for that code, as {@code NotFoundException}, for code that handles errors of gax. The cause
     * is the original.
     */
    public static com.google.api.gax.rpc.ApiException exception(ApiException error) {
        ErrorDetails details = ErrorDetails.builder()
                .setRawErrorMessages(ProtoDetails.of(error.status()))
                .build();
        return ApiExceptionFactory.createException(
                error, RestStatusCode.of(error.status().code(), error.httpStatus()), error.isRetryable(), details);
    }

    private static Code code(com.google.api.gax.rpc.ApiException error) {
        return Code.ofName(error.getStatusCode().getCode().name()).orElse(Code.UNKNOWN);
    }

    private static Optional<Status> body(com.google.api.gax.rpc.ApiException error) {
        return response(error)
                .filter(response -> response.getContent() != null)
                .flatMap(response ->
                        StatusReader.errorBody(response.getContent().getBytes(UTF_8), response.getStatusCode()));
    }

    private static Optional<HttpResponseException> response(Throwable error) {
        return Stream.iterate(error, thrown -> thrown != null, Throwable::getCause)
                .limit(20) // a chain of causes can be a circle
                .filter(HttpResponseException.class::isInstance)
                .map(HttpResponseException.class::cast)
                .findFirst();
    }

    private static Optional<Duration> retryAfter(HttpResponseException response) {
        return Optional.ofNullable(response.getHeaders())
                .flatMap(headers -> Optional.ofNullable(headers.getRetryAfter()))
                .map(String::strip)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }
}
