// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a block may need beyond the core, the services and the testkit, and the file that shows that it is here. */
enum GuideModule {
    TRACER("client-core/src/main/java/dev/longrun/call/ClientTracer.java"),
    OPENTELEMETRY("interop/opentelemetry/pom.xml"),
    MICROMETER("interop/micrometer/pom.xml"),
    SPRING("interop/spring-boot-starter/pom.xml"),
    JACKSON3("interop/jackson3/pom.xml"),
    JUNIT("interop/junit/pom.xml"),
    GAX("interop/gax/pom.xml"),
    KOTLIN("interop/kotlin/pom.xml");

    private final String file;

    GuideModule(String file) {
        this.file = file;
    }

    static GuideModule of(String word) {
        return Stream.of(values())
                .filter(module -> module.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a block needs \"%s\"; expected one of %s".formatted(word, words())));
    }

    boolean isHere() {
        return DocumentFiles.exists(file);
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static List<String> words() {
        return Stream.of(values()).map(GuideModule::word).toList();
    }
}
