// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import dev.longrun.docs.reader.DataplexReader;
import dev.longrun.docs.reader.GuideReader;
import dev.longrun.docs.reader.TestReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reader of a fragment takes for given: imports, and the values of a class that it extends.
 *
 * @param imports such as {@code java.util.*}
 * @param members further values, of libraries that not every checkout has
 */
record ReaderContext(List<String> imports, Class<?> reader, String members) {
    private static final List<String> COMMON = List.of(
            "dev.longrun.*",
            "dev.longrun.auth.*",
            "dev.longrun.call.*",
            "dev.longrun.cancel.*",
            "dev.longrun.error.*",
            "dev.longrun.http.*",
            "dev.longrun.journal.*",
            "dev.longrun.json.*",
            "dev.longrun.location.*",
            "dev.longrun.name.*",
            "dev.longrun.operation.*",
            "dev.longrun.service.*",
            "dev.longrun.sweep.*",
            "dev.longrun.testkit.*",
            "dev.longrun.time.*",
            "dev.longrun.watch.*",
            "java.io.*",
            "java.nio.file.*",
            "java.time.*",
            "java.util.*",
            "java.util.concurrent.*",
            "java.util.function.*",
            "java.util.stream.*",
            "com.google.auth.oauth2.ServiceAccountCredentials",
            "org.slf4j.MDC",
            "static org.assertj.core.api.Assertions.assertThat");

    /** The version of each service that the examples use. */
    private static final List<String> SERVICES = List.of(
            "dev.longrun.aiplatform.v1beta1.Aiplatform",
            "dev.longrun.compute.v1.Compute",
            "dev.longrun.container.v1.Container",
            "dev.longrun.dataplex.v1.Dataplex",
            "dev.longrun.dialogflow.cx.v3beta1.DialogflowCx",
            "dev.longrun.discoveryengine.v1.DiscoveryEngine",
            "dev.longrun.filestore.v1.Filestore",
            "dev.longrun.sqladmin.v1.Sqladmin",
            "dev.longrun.catalog.Catalog");

    private static final List<String> GOOGLE_API_CLIENT = List.of(
            "com.google.api.client.googleapis.json.*",
            "com.google.api.client.http.*",
            "com.google.api.client.json.gson.GsonFactory",
            "com.google.api.services.dataplex.v1.CloudDataplex",
            "com.google.api.services.dataplex.v1.model.*",
            "com.google.auth.http.HttpCredentialsAdapter",
            "com.google.auth.oauth2.*",
            "dev.longrun.googleapiclient.*",
            "okhttp3.OkHttpClient");

    /** Of a block of the guide; a block that needs a module imports the types of its library by itself. */
    static ReaderContext ofPage(List<String> modules) {
        return new ReaderContext(with(SERVICES, List.of()), GuideReader.class, "");
    }

    /** Of an example in the Javadoc of a package. */
    static ReaderContext ofPackage(String name) {
        if (name.equals("dev.longrun.testkit")) {
            return new ReaderContext(with(SERVICES, List.of()), TestReader.class, "");
        }
        if (name.startsWith("dev.longrun.googleapiclient")) {
            return new ReaderContext(
                    with(List.of("dev.longrun.dataplex.v1.Dataplex"), GOOGLE_API_CLIENT), DataplexReader.class, "");
        }
        if (name.matches("dev\\.longrun\\..*\\.(v\\d\\w*|alpha|beta)")) {
            return new ReaderContext(with(List.of(), List.of(name + ".*")), GuideReader.class, "");
        }
        List<String> own = with(SERVICES, List.of(name + ".*"));
        return LibraryContext.of(name)
                .map(library -> new ReaderContext(with(own, library.imports()), GuideReader.class, library.members()))
                .orElseGet(() -> new ReaderContext(own, GuideReader.class, ""));
    }

    /** The lines before a fragment. */
    String header() {
        return imports.stream().map(each -> "import " + each + ";").collect(Collectors.joining(" "));
    }

    private static List<String> with(List<String> services, List<String> others) {
        return Stream.of(COMMON, services, others)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
