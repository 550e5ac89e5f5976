// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.explain;

import dev.longrun.cli.output.RowJson;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.wire.JsonWriter;

/** One version of a service, explained for programs. */
public final class ExplanationJson {
    private ExplanationJson() {}

    /** One object on one line. */
    public static String line(ServiceDefinition service) {
        JsonWriter json = RowJson.object()
                .put("service", service.name())
                .put("version", service.version())
                .put("dialect", service.dialect().label())
                .put("host", service.defaultHost())
                .put("regional", service.regionalLocations())
                .put("cancel", CancelFacts.request(service))
                .put("told", CancelFacts.told(service.dialect()));
        CancelNotes.of(service.name()).ifPresent(note -> json.put("note", note));
        return json.putRaw(
                        "names",
                        DocumentedName.of(service).stream()
                                .map(ExplanationJson::name)
                                .toList())
                .end();
    }

    private static String name(DocumentedName name) {
        JsonWriter json = JsonWriter.object().put("name", name.pattern().toString());
        for (ApiMethod rpc : DocumentedName.RPCS) {
            json.put(rpc.label(), name.rpcs().contains(rpc));
        }
        return json.end();
    }
}
