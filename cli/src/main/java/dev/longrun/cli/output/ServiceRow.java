// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.binding.HttpRule;
import dev.longrun.http.HttpMethod;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.wire.JsonWriter;
import java.util.ArrayList;
import java.util.List;

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
                .put("host", service.defaultHost());
        RPCS.forEach(rpc -> json.put(rpc.label(), patterns(rpc)));
        return json.end();
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.OK;
    }

    private List<String> patterns(ApiMethod rpc) {
        return service.rules(rpc).stream().map(rule -> pattern(rpc, rule)).toList();
    }

    /** The path template, after its HTTP method where that is not the usual one of the rpc. */
    private static String pattern(ApiMethod rpc, HttpRule rule) {
        String template = rule.template().toString();
        return rule.method() == usual(rpc) ? template : rule.method() + " " + template;
    }

    private static HttpMethod usual(ApiMethod rpc) {
        return switch (rpc) {
            case GET, LIST, LIST_LOCATIONS -> HttpMethod.GET;
            case CANCEL, WAIT -> HttpMethod.POST;
            case DELETE -> HttpMethod.DELETE;
        };
    }
}
