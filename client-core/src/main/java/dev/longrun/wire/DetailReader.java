// SPDX-License-Identifier: Apache-2.0
package dev.longrun.wire;

import dev.longrun.error.StatusDetail;
import dev.longrun.error.StatusDetail.BadRequest;
import dev.longrun.error.StatusDetail.DebugInfo;
import dev.longrun.error.StatusDetail.ErrorInfo;
import dev.longrun.error.StatusDetail.Help;
import dev.longrun.error.StatusDetail.LocalizedMessage;
import dev.longrun.error.StatusDetail.PreconditionFailure;
import dev.longrun.error.StatusDetail.QuotaFailure;
import dev.longrun.error.StatusDetail.RequestInfo;
import dev.longrun.error.StatusDetail.ResourceInfo;
import dev.longrun.error.StatusDetail.RetryInfo;
import dev.longrun.error.StatusDetail.UnknownDetail;
import dev.longrun.json.Any;
import dev.longrun.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The details of a status, each by its type; fields as in {@code google/rpc/error_details.proto}. */
final class DetailReader {

    /** All details of a status; the {@code errors} of older APIs are read where there is no {@link ErrorInfo}. */
    static List<StatusDetail> details(JsonObject json) {
        List<StatusDetail> details = new ArrayList<>();
        for (JsonObject detail : json.objects("details")) {
            details.add(detail(detail));
        }
        if (details.stream().noneMatch(ErrorInfo.class::isInstance)) {
            json.objects("errors").stream()
                    .findFirst()
                    .flatMap(DetailReader::olderErrorInfo)
                    .ifPresent(details::add);
        }
        return details;
    }

    private static Optional<ErrorInfo> olderErrorInfo(JsonObject error) {
        return error.string("reason")
                .map(reason -> new ErrorInfo(reason, error.string("domain").orElse(""), Map.of()));
    }

    private static StatusDetail detail(JsonObject json) {
        Any any = Any.of(json);
        return switch (any.typeName()) {
            case "google.rpc.BadRequest" ->
                new BadRequest(json.objects("fieldViolations").stream()
                        .map(DetailReader::fieldViolation)
                        .toList());
            case "google.rpc.DebugInfo" -> new DebugInfo(json.strings("stackEntries"), text(json, "detail"));
            case "google.rpc.ErrorInfo" ->
                new ErrorInfo(text(json, "reason"), text(json, "domain"), json.stringMap("metadata"));
            case "google.rpc.Help" ->
                new Help(json.objects("links").stream()
                        .map(link -> new Help.Link(text(link, "description"), text(link, "url")))
                        .toList());
            case "google.rpc.LocalizedMessage" -> localizedMessage(json);
            case "google.rpc.PreconditionFailure" ->
                new PreconditionFailure(json.objects("violations").stream()
                        .map(v -> new PreconditionFailure.Violation(
                                text(v, "type"), text(v, "subject"), text(v, "description")))
                        .toList());
            case "google.rpc.QuotaFailure" ->
                new QuotaFailure(json.objects("violations").stream()
                        .map(DetailReader::quotaViolation)
                        .toList());
            case "google.rpc.RequestInfo" -> new RequestInfo(text(json, "requestId"), text(json, "servingData"));
            case "google.rpc.ResourceInfo" ->
                new ResourceInfo(
                        text(json, "resourceType"),
                        text(json, "resourceName"),
                        text(json, "owner"),
                        text(json, "description"));
            case "google.rpc.RetryInfo" ->
                json.duration("retryDelay").<StatusDetail>map(RetryInfo::new).orElseGet(() -> unknown(any));
            default -> unknown(any);
        };
    }

    private static UnknownDetail unknown(Any any) {
        return new UnknownDetail(any.typeUrl(), any.value().raw());
    }

    private static BadRequest.FieldViolation fieldViolation(JsonObject json) {
        LocalizedMessage message = json.object("localizedMessage")
                .map(DetailReader::localizedMessage)
                .orElse(new LocalizedMessage("", ""));
        return new BadRequest.FieldViolation(
                text(json, "field"), text(json, "description"), text(json, "reason"), message);
    }

    private static QuotaFailure.Violation quotaViolation(JsonObject json) {
        long value = json.integer("quotaValue").orElse(0);
        return new QuotaFailure.Violation(
                text(json, "subject"),
                text(json, "description"),
                text(json, "apiService"),
                text(json, "quotaMetric"),
                text(json, "quotaId"),
                json.stringMap("quotaDimensions"),
                value,
                json.integer("futureQuotaValue").orElse(value));
    }

    private static LocalizedMessage localizedMessage(JsonObject json) {
        return new LocalizedMessage(text(json, "locale"), text(json, "message"));
    }

    private static String text(JsonObject json, String field) {
        return json.string(field).orElse("");
    }

    private DetailReader() {}
}
