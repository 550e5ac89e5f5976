// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What examples of a module for another library take for given, as text: the library is there only with the module. */
enum LibraryContext {
    CALL(
            "dev.longrun.call",
            GuideModule.OPENTELEMETRY,
            "io.opentelemetry.api.trace.Tracer tracer;",
            "io.opentelemetry.api.trace.Span",
            "io.opentelemetry.context.Context"),
    OPENTELEMETRY(
            "dev.longrun.opentelemetry",
            GuideModule.OPENTELEMETRY,
            "OpenTelemetry openTelemetry;",
            "io.opentelemetry.api.*",
            "io.opentelemetry.api.metrics.*"),
    MICROMETER(
            "dev.longrun.micrometer",
            GuideModule.MICROMETER,
            "MeterRegistry meters, registry; ObservationRegistry observations;",
            "io.micrometer.core.instrument.*",
            "io.micrometer.observation.*"),
    SPRING(
            "dev.longrun.springboot",
            GuideModule.SPRING,
            "",
            "org.springframework.context.annotation.*",
            "org.springframework.web.bind.annotation.*"),
    JACKSON3(
            "dev.longrun.jackson3",
            GuideModule.JACKSON3,
            "JsonMapper mapper; record Instance(String tier) {}",
            "tools.jackson.databind.json.JsonMapper"),
    JUNIT(
            "dev.longrun.junit",
            GuideModule.JUNIT,
            "",
            "org.junit.jupiter.api.*",
            "static org.junit.jupiter.api.Assertions.*"),
    GAX(
            "dev.longrun.gax",
            GuideModule.GAX,
            "CloudFilestoreManagerSettings settings; CloudFilestoreManagerClient filestore; String instance;"
                    + " OperationsClient operations;",
            "com.google.api.gax.longrunning.*",
            "com.google.cloud.common.OperationMetadata",
            "com.google.cloud.filestore.v1.*",
            "com.google.protobuf.Empty");

    private final String pack;
    private final GuideModule module;
    private final String members;
    private final List<String> imports;

    LibraryContext(String pack, GuideModule module, String members, String... imports) {
        this.pack = pack;
        this.module = module;
        this.members = members;
        this.imports = List.of(imports);
    }

    /** Of a package, if its module is in this checkout. */
    static Optional<LibraryContext> of(String name) {
        return Stream.of(values())
                .filter(each -> each.pack.equals(name) && each.module.isHere())
                .findFirst();
    }

    /** Fields and types, before the code of the example. */
    String members() {
        return members;
    }

    List<String> imports() {
        return imports;
    }
}
