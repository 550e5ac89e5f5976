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
import dev.longrun.text.ProtoDuration;
import java.util.List;
import java.util.function.Function;

/** One detail of a status as JSON; fields as in {@code google/rpc/error_details.proto}. */
final class DetailWriter {

    static String detail(StatusDetail detail) {
        if (detail instanceof UnknownDetail unknown) {
            return unknown.json();
        }
        JsonWriter json = JsonWriter.object()
                .put(
                        "@type",
                        "type.googleapis.com/google.rpc." + detail.getClass().getSimpleName());
        return fields(json, detail).end();
    }

    private static JsonWriter fields(JsonWriter json, StatusDetail detail) {
        if (detail instanceof ErrorInfo info) {
            return json.put("reason", info.reason())
                    .put("domain", info.domain())
                    .put("metadata", info.metadata());
        } else if (detail instanceof RetryInfo info) {
            return json.put("retryDelay", ProtoDuration.format(info.retryDelay()));
        } else if (detail instanceof DebugInfo info) {
            return json.put("stackEntries", info.stackEntries()).put("detail", info.detail());
        } else if (detail instanceof RequestInfo info) {
            return json.put("requestId", info.requestId()).put("servingData", info.servingData());
        } else if (detail instanceof ResourceInfo info) {
            return json.put("resourceType", info.resourceType())
                    .put("resourceName", info.resourceName())
                    .put("owner", info.owner())
                    .put("description", info.description());
        } else if (detail instanceof LocalizedMessage message) {
            return localized(json, message);
        } else if (detail instanceof Help help) {
            return json.putRaw("links", each(help.links(), DetailWriter::link));
        } else if (detail instanceof BadRequest bad) {
            return json.putRaw("fieldViolations", each(bad.fieldViolations(), DetailWriter::violation));
        } else if (detail instanceof PreconditionFailure failure) {
            return json.putRaw("violations", each(failure.violations(), DetailWriter::violation));
        } else if (detail instanceof QuotaFailure failure) {
            return json.putRaw("violations", each(failure.violations(), DetailWriter::violation));
        }
        throw new AssertionError(detail); // StatusDetail is sealed
    }

    private static <T> List<String> each(List<T> parts, Function<T, JsonWriter> write) {
        return parts.stream().map(part -> write.apply(part).end()).toList();
    }

    private static JsonWriter localized(JsonWriter json, LocalizedMessage message) {
        return json.put("locale", message.locale()).put("message", message.message());
    }

    private static JsonWriter link(Help.Link link) {
        return JsonWriter.object().put("description", link.description()).put("url", link.url());
    }

    private static JsonWriter violation(BadRequest.FieldViolation v) {
        String message = localized(JsonWriter.object(), v.localizedMessage()).end();
        return JsonWriter.object()
                .put("field", v.field())
                .put("description", v.description())
                .put("reason", v.reason())
                .putRaw("localizedMessage", message);
    }

    private static JsonWriter violation(PreconditionFailure.Violation v) {
        return JsonWriter.object()
                .put("type", v.type())
                .put("subject", v.subject())
                .put("description", v.description());
    }

    private static JsonWriter violation(QuotaFailure.Violation v) {
        return JsonWriter.object()
                .put("subject", v.subject())
                .put("description", v.description())
                .put("apiService", v.apiService())
                .put("quotaMetric", v.quotaMetric())
                .put("quotaId", v.quotaId())
                .put("quotaDimensions", v.quotaDimensions())
                .put("quotaValue", Long.toString(v.quotaValue()))
                .put("futureQuotaValue", Long.toString(v.futureQuotaValue()));
    }

    private DetailWriter() {}
}
