// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static dev.longrun.testkit.ErrorAnswer.GOOGLE;
import static dev.longrun.testkit.ErrorAnswer.errorInfo;
import static dev.longrun.testkit.ErrorAnswer.retryInfo;

import dev.longrun.error.Code;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One way in which an exchange goes wrong. Some spare the operation, some strike after the request has done its work;
 * each says which. Arm them with {@link FakeOperationsServer#faults()}.
 */
public final class Fault {

    private final String name;
    private final UnaryOperator<Supplier<FakeResponse>> effect;

    private Fault(String name, UnaryOperator<Supplier<FakeResponse>> effect) {
        this.name = name;
        this.effect = effect;
    }

    /** The request is processed, then the connection closes without an answer. */
    public static Fault lostAnswer() {
        return after("lost answer", answer -> answer.by(new DeliveryFault.Lost()));
    }

    /**
     * The connection closes without an answer and the request is not processed; a client cannot tell it from the
     * former.
     */
    public static Fault lostRequest() {
        return instead("lost request", FakeResponse.NO_CONTENT.by(new DeliveryFault.Lost()));
    }

    /** The request is processed; the connection closes in the middle of the answer's body. */
    public static Fault cutOff() {
        return after("cut off", answer -> answer.by(new DeliveryFault.CutOff()));
    }

    /** The request is processed; nothing comes back and the connection stays open until the client gives up. */
    public static Fault stall() {
        return after("stall", answer -> answer.by(new DeliveryFault.Stalled()));
    }

    /** The request is processed; its answer comes so many bytes at a time, with a real pause between. */
    public static Fault slowDrip(int bytes, Duration pause) {
        return after("slow drip", answer -> answer.by(new DeliveryFault.Dripping(bytes, pause)));
    }

    /** The request is processed and answered 204. */
    public static Fault noContent() {
        return after("204", answer -> FakeResponse.NO_CONTENT);
    }

    /** The request is processed and answered with its status, but nothing in the body. */
    public static Fault emptyBody() {
        return after("empty body", answer -> answer.withBody(body -> ""));
    }

    /** The request is processed; a proxy loses the second half of the JSON and says so to nobody. */
    public static Fault truncatedJson() {
        return after("truncated JSON", answer -> answer.withBody(body -> body.substring(0, (body.length() + 1) / 2)));
    }

    /** The request is processed; every {@code @type} in the answer is one nobody has heard of. */
    public static Fault unknownType() {
        return after("unknown @type", Fault::renamingTypes);
    }

    /** The request is processed; the {@code code} of an error in the answer is that number. No error, no effect. */
    public static Fault unknownCode(int number) {
        return after(
                "unknown code " + number,
                answer -> answer.withBody(body -> body.replaceFirst("\"code\":\\s*\\d+", "\"code\":" + number)));
    }

    /** The request is processed; the answer's JSON has a field {@code padding} of so many bytes. */
    public static Fault padded(int bytes) {
        return after(
                "padded by " + bytes,
                answer -> answer.withBody(body -> "{\"padding\":\"" + "x".repeat(bytes)
                        + (body.equals("{}") ? "\"" : "\",") + body.substring(1)));
    }

    /** Not processed: the front end knows no such path. */
    public static Fault htmlNotFound() {
        return instead("HTML 404", HtmlPage.notFound("/"));
    }

    /** Not processed: a proxy's page. */
    public static Fault htmlBadGateway() {
        return instead("HTML 502", HtmlPage.badGateway());
    }

    /** Not processed: 429 without a hint. */
    public static Fault tooManyRequests() {
        return instead("429", throttled(errorInfo("RATE_LIMIT_EXCEEDED", GOOGLE)));
    }

    /** Not processed: 429, to be retried after so many whole seconds. */
    public static Fault tooManyRequests(Duration retryAfter) {
        return instead("429", retryAfter(throttled(errorInfo("RATE_LIMIT_EXCEEDED", GOOGLE)), retryAfter));
    }

    /** Not processed: 429 that says when to retry in its details, not in a header. */
    public static Fault tooManyRequestsWithRetryInfo(Duration delay) {
        return instead(
                "429 with RetryInfo", throttled(errorInfo("RATE_LIMIT_EXCEEDED", GOOGLE) + "," + retryInfo(delay)));
    }

    /** Not processed: 503, to be retried after so many whole seconds. */
    public static Fault unavailable(Duration retryAfter) {
        return instead("503", retryAfter(unavailableAnswer(), retryAfter));
    }

    /** Not processed: 503 without a hint. */
    public static Fault unavailable() {
        return instead("503", unavailableAnswer());
    }

    /** Not processed: a quota, stated as 403. */
    public static Fault quotaExceeded() {
        return error(Code.PERMISSION_DENIED, "Quota exceeded for requests per minute.", "RATE_LIMIT_EXCEEDED");
    }

    /** Not processed: 403. */
    public static Fault permissionDenied() {
        return error(Code.PERMISSION_DENIED, "Permission denied on resource.", "IAM_PERMISSION_DENIED");
    }

    /** Not processed: 401, as for a token that expired on the way. */
    public static Fault unauthenticated() {
        return error(Code.UNAUTHENTICATED, "Request had invalid authentication credentials.", "ACCESS_TOKEN_EXPIRED");
    }

    /** Not processed: an error in the form of AIP-193 with an ErrorInfo of that reason. */
    public static Fault error(Code code, String message, String reason) {
        return instead(code.name(), ErrorAnswer.of(code, message, reason, GOOGLE));
    }

    /** Not processed: 307 to that URL. */
    public static Fault redirectTo(String url) {
        return instead(
                "redirect",
                FakeResponse.html(307, "<a href=\"" + url + "\">moved</a>").withHeader("Location", url));
    }

    /** Not processed: whatever you say. */
    public static Fault answer(int status, Map<String, String> headers, String body) {
        return instead(
                "answer " + status, new FakeResponse(status, Map.copyOf(headers), body, new DeliveryFault.Whole()));
    }

    FakeResponse strike(Supplier<FakeResponse> processing) {
        return effect.apply(processing).get();
    }

    @Override
    public String toString() {
        return name;
    }

    private static Fault instead(String name, FakeResponse answer) {
        return new Fault(name, processing -> () -> answer);
    }

    private static Fault after(String name, UnaryOperator<FakeResponse> change) {
        return new Fault(name, processing -> () -> change.apply(processing.get()));
    }

    private static FakeResponse renamingTypes(FakeResponse answer) {
        return answer.withBody(body ->
                body.replaceAll("\"@type\":\\s*\"[^\"]*\"", "\"@type\":\"type.googleapis.com/example.v9.Unheard\""));
    }

    private static FakeResponse throttled(String details) {
        return ErrorAnswer.of(Code.RESOURCE_EXHAUSTED, "Too many requests.", details);
    }

    private static FakeResponse unavailableAnswer() {
        return ErrorAnswer.of(Code.UNAVAILABLE, "The service is currently unavailable.", "SERVICE_UNAVAILABLE", GOOGLE);
    }

    private static FakeResponse retryAfter(FakeResponse answer, Duration delay) {
        return answer.withHeader("Retry-After", Long.toString(delay.toSeconds()));
    }
}
