// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import java.util.Locale;
import java.util.stream.Stream;

/** The services that the operations of a run belong to. All are at one address; the name tells which one is meant. */
enum ModelApi {
    WHOLE("projects/p/locations/l", "projects/*/locations/*/operations/*  get list cancel"),
    WITHOUT_LIST("projects/p/locations/n", "projects/*/locations/*/operations/*  get cancel"),
    /** Its definition says that it can cancel. */
    WITHOUT_CANCEL("projects/p/locations/c", "projects/*/locations/*/operations/*  get list cancel"),
    WITHOUT_PARENT("operations/", "operations/*  get cancel");

    private final String prefix;
    private final ServiceTable usual;
    private final ServiceTable waiting;

    ModelApi(String prefix, String methods) {
        this.prefix = prefix;
        this.usual = table(methods);
        this.waiting = table(methods + " wait");
    }

    private ServiceTable table(String methods) {
        return ServiceTable.parse("model", """
                service  %s
                versions v1 v1beta1
                names
                  %s
                """.formatted(host(), methods));
    }

    private String host() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".googleapis.com";
    }

    static ModelApi of(String operation) {
        return Stream.of(values())
                .filter(api -> operation.startsWith(api.prefix))
                .findFirst()
                .orElseThrow();
    }

    static ModelApi ofHost(String host) {
        return Stream.of(values())
                .filter(api -> api.host().equals(host))
                .findFirst()
                .orElseThrow();
    }

    /** The name of an operation of one of its parents. */
    String operation(int parent, int number) {
        return this == WITHOUT_PARENT ? prefix + "o" + number : prefix + parent + "/operations/o" + number;
    }

    boolean hasList() {
        return this == WHOLE || this == WITHOUT_CANCEL;
    }

    ServiceDefinition definition(String version, boolean waits) {
        return (waits ? waiting : usual).definition(host(), version);
    }
}
