// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.binding.HttpRule;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.wire.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One version of a service and its documented paths; the table has their number for each rpc. */
public record ServiceRow(ServiceDefinition service) implements Row {
    static final List<ApiMethod> RPCS =
            List.of(ApiMethod.GET, ApiMethod.LIST, ApiMethod.CANCEL, ApiMethod.DELETE, ApiMethod.WAIT);

    /** Columns that are wide enough for the services. */
    public static Columns columns(List<ServiceDefinition> services) {
        List<String> names = services.stream().map(ServiceDefinition::name).toList();
        List<String> hosts =
                services.stream().map(ServiceDefinition::defaultHost).toList();
        return Columns.of("SERVICE", "VERSION", "HOST", "GET", "LIST", "CANCEL", "DELETE", "WAIT")
                .withWidth(0, names)
                .withWidth(1, "v1beta1".length())
                .withWidth(2, hosts);
    }

    @Override
    public List<String> cells() {
        List<String> cells = new ArrayList<>(List.of(service.name(), service.version(), service.defaultHost()));
        RPCS.forEach(rpc -> cells.add(Integer.toString(service.rules(rpc).size())));
        return cells;
    }

    @Override
    public String json() {
        JsonWriter json = RowJson.object()
                .put("service", service.name())
                .put("version", service.version())
                .put("dialect", service.dialect().label())
                .put("host", service.defaultHost())
                .put("regional", service.regionalLocations());
        RPCS.forEach(rpc -> json.putRaw(
                rpc.label(),
                service.rules(rpc).stream().map(ServiceRow::binding).toList()));
        return json.end();
    }

    @Override
    public String serviceName() {
        return service.name();
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.OK;
    }

    @Override
    public AnsiStyle style() {
        return AnsiStyle.PLAIN;
    }

    /** {@code names} is there where the path does not contain the name. */
    private static String binding(HttpRule rule) {
        JsonWriter json = JsonWriter.object()
                .put("method", rule.method().name())
                .put("path", rule.template().toString())
                .put("source", rule.source().name().toLowerCase(Locale.ROOT));
        rule.names().ifPresent(names -> json.put("names", names.toString()));
        return json.end();
    }
}
