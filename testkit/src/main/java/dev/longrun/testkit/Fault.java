// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static dev.longrun.testkit.ErrorResponses.GOOGLE;
import static dev.longrun.testkit.ErrorResponses.errorInfo;
import static dev.longrun.testkit.ErrorResponses.retryInfo;

import dev.longrun.error.Code;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One way in which an exchange goes wrong. Some faults happen instead of processing the request, others after it; each
 * says which. Arm them with {@link FakeOperationsServer#faults()}.
 */
public final class Fault {

    private final String name;
    private final UnaryOperator<Supplier<FakeResponse>> effect;

    private Fault(String name, UnaryOperator<Supplier<FakeResponse>> effect) {
        this.name = name;
        this.effect = effect;
    }

    /** The request is processed, then the connection closes without a response. */
    public static Fault lostResponse() {
        return after("lost response", response -> response.by(new DeliveryFault.Dropped()));
    }

    /**
     * The connection closes without a response and the request is not processed. A client cannot tell this from
     * {@link #lostResponse}.
     */
    public static Fault lostRequest() {
        return instead("lost request", FakeResponse.NO_CONTENT.by(new DeliveryFault.Dropped()));
    }

    /** The request is processed; the connection closes in the middle of the response body. */
    public static Fault cutOff() {
        return after("cut off", response -> response.by(new DeliveryFault.CutOff()));
    }

    /** The request is processed; nothing comes back and the connection stays open until the client gives up. */
    public static Fault stall() {
        return after("stall", response -> response.by(new DeliveryFault.Stalled()));
    }

    /** The request is processed; the response is sent {@code bytes} at a time, with a pause in real time between. */
    public static Fault slowDrip(int bytes, Duration pause) {
        return after("slow drip", response -> response.by(new DeliveryFault.Dripping(bytes, pause)));
    }

    /** The request is processed and responds 204 without a body. */
    public static Fault noContent() {
        return after("204", response -> FakeResponse.NO_CONTENT);
    }

    /** The request is processed; the response keeps its status and has an empty body. */
    public static Fault emptyBody() {
        return after("empty body", response -> response.withBody(body -> ""));
    }

    /** The request is processed; the second half of the JSON is missing, and Content-Length matches what is sent. */
    public static Fault truncatedJson() {
        return after(
                "truncated JSON", response -> response.withBody(body -> body.substring(0, (body.length() + 1) / 2)));
    }

    /** The request is processed; every {@code @type} in the response is replaced by an unknown one. */
    public static Fault unknownType() {
        return after("unknown @type", Fault::renamingTypes);
    }

    /**
     * The request is processed; the {@code code} of an error in the response is that number. Without an error in the
     * response nothing changes.
     */
    public static Fault unknownCode(int number) {
        return after(
                "unknown code " + number,
                response -> response.withBody(body -> body.replaceFirst("\"code\":\\s*\\d+", "\"code\":" + number)));
    }

    /** The request is processed; the JSON of the response has a field {@code padding} of that many bytes. */
    public static Fault padded(int bytes) {
        return after(
                "padded by " + bytes,
                response -> response.withBody(body -> "{\"padding\":\"" + "x".repeat(bytes)
                        + (body.equals("{}") ? "\"" : "\",") + body.substring(1)));
    }

    /** Not processed: the HTML 404 that Google's front end sends for an unknown path. */
    public static Fault htmlNotFound() {
        return instead("HTML 404", HtmlPage.notFound("/"));
    }

    /** Not processed: the HTML 502 of a proxy. */
    public static Fault htmlBadGateway() {
        return instead("HTML 502", HtmlPage.badGateway());
    }

    /** Not processed: 429 without Retry-After. */
    public static Fault tooManyRequests() {
        return instead("429", throttled(errorInfo("RATE_LIMIT_EXCEEDED", GOOGLE)));
    }

    /** Not processed: 429 with {@code Retry-After}, in whole seconds. */
    public static Fault tooManyRequests(Duration retryAfter) {
        return instead("429", retryAfter(throttled(errorInfo("RATE_LIMIT_EXCEEDED", GOOGLE)), retryAfter));
    }

    /** Not processed: 429 with a RetryInfo in its details and no header. */
    public static Fault tooManyRequestsWithRetryInfo(Duration delay) {
        return instead(
                "429 with RetryInfo", throttled(errorInfo("RATE_LIMIT_EXCEEDED", GOOGLE) + "," + retryInfo(delay)));
    }

    /** Not processed: 503 with {@code Retry-After}, in whole seconds. */
    public static Fault unavailable(Duration retryAfter) {
        return instead("503", retryAfter(unavailableResponse(), retryAfter));
    }

    /** Not processed: 503 without Retry-After. */
    public static Fault unavailable() {
        return instead("503", unavailableResponse());
    }

    /** Not processed: an exceeded quota, sent as 403. */
    public static Fault quotaExceeded() {
        return error(Code.PERMISSION_DENIED, "Quota exceeded for requests per minute.", "RATE_LIMIT_EXCEEDED");
    }

    /** Not processed: 403. */
    public static Fault permissionDenied() {
        return error(Code.PERMISSION_DENIED, "Permission denied on resource.", "IAM_PERMISSION_DENIED");
    }

    /** Not processed: 401, as for an expired token. */
    public static Fault unauthenticated() {
        return error(Code.UNAUTHENTICATED, "Request had invalid authentication credentials.", "ACCESS_TOKEN_EXPIRED");
    }

    /** Not processed: an error in the form of AIP-193 with an ErrorInfo of that reason. */
    public static Fault error(Code code, String message, String reason) {
        return instead(code.name(), ErrorResponses.of(code, message, reason, GOOGLE));
    }

    /** Not processed: 307 to that URL. */
    public static Fault redirectTo(String url) {
        return instead(
                "redirect",
                FakeResponse.html(307, "<a href=\"" + url + "\">moved</a>").withHeader("Location", url));
    }

    /** Not processed: the given response. */
    public static Fault respondWith(int status, Map<String, String> headers, String body) {
        return instead(
                "response " + status, new FakeResponse(status, Map.copyOf(headers), body, new DeliveryFault.Whole()));
    }

    FakeResponse apply(Supplier<FakeResponse> processing) {
        return effect.apply(processing).get();
    }

    @Override
    public String toString() {
        return name;
    }

    private static Fault instead(String name, FakeResponse response) {
        return new Fault(name, processing -> () -> response);
    }

    private static Fault after(String name, UnaryOperator<FakeResponse> change) {
        return new Fault(name, processing -> () -> change.apply(processing.get()));
    }

    private static FakeResponse renamingTypes(FakeResponse response) {
        return response.withBody(body ->
                body.replaceAll("\"@type\":\\s*\"[^\"]*\"", "\"@type\":\"type.googleapis.com/example.v9.Unheard\""));
    }

    private static FakeResponse throttled(String details) {
        return ErrorResponses.of(Code.RESOURCE_EXHAUSTED, "Too many requests.", details);
    }

    private static FakeResponse unavailableResponse() {
        return ErrorResponses.of(
                Code.UNAVAILABLE, "The service is currently unavailable.", "SERVICE_UNAVAILABLE", GOOGLE);
    }

    private static FakeResponse retryAfter(FakeResponse response, Duration delay) {
        return response.withHeader("Retry-After", Long.toString(delay.toSeconds()));
    }
}
