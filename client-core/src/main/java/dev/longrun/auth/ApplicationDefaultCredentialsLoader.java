// SPDX-License-Identifier: Apache-2.0
package dev.longrun.auth;

import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.ComputeEngineCredentials;
import com.google.auth.oauth2.GoogleAuthUtils;
import com.google.auth.oauth2.GoogleCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Finds Application Default Credentials without google-auth's cache, which lives as long as the JVM and keeps the
 * transport of whoever came first.
 *
 * @param wellKnown where gcloud keeps the user's credentials; asked for only when the environment names no file
 * @param elsewhere what is asked when there is no file: Cloud Shell and the metadata server
 */
record ApplicationDefaultCredentialsLoader(
        Map<String, String> environment, Supplier<Path> wellKnown, MetadataServerLookup elsewhere) {
    private static final String FILE = "GOOGLE_APPLICATION_CREDENTIALS";
    private static final String QUOTA_PROJECT = "GOOGLE_CLOUD_QUOTA_PROJECT";

    interface MetadataServerLookup {
        GoogleCredentials find(HttpTransportFactory http) throws IOException;
    }

    static ApplicationDefaultCredentialsLoader ofThisMachine() {
        return new ApplicationDefaultCredentialsLoader(
                System.getenv(),
                () -> Path.of(GoogleAuthUtils.getWellKnownCredentialsPath()),
                GoogleCredentials::getApplicationDefault);
    }

    GoogleCredentials load(HttpTransportFactory http, List<String> scopes) throws IOException {
        GoogleCredentials found = find(http);
        String quotaProject = environment.getOrDefault(QUOTA_PROJECT, "").strip();
        GoogleCredentials billed = quotaProject.isEmpty() ? found : found.createWithQuotaProject(quotaProject);
        // One retry loop is enough, and ours knows the deadline.
        return billed.createScoped(scopes).createWithCustomRetryStrategy(false);
    }

    private GoogleCredentials find(HttpTransportFactory http) throws IOException {
        String named = environment.getOrDefault(FILE, "");
        if (!named.isEmpty()) {
            return CredentialFile.load(Path.of(named), FILE + " names", http);
        }
        Path known = wellKnown.get();
        if (Files.isRegularFile(known)) {
            return CredentialFile.load(known, "gcloud keeps", http);
        }
        try {
            GoogleCredentials found = elsewhere.find(http);
            return found instanceof ComputeEngineCredentials machine
                    ? machine.toBuilder().setHttpTransportFactory(http).build()
                    : found;
        } catch (IOException e) {
            throw new CredentialsException(
                    "no credentials: " + FILE + " is not set, there is no file " + known
                            + ", and no metadata server answers; run `gcloud auth application-default login`, or set "
                            + FILE + " to a credentials file",
                    false);
        }
    }
}
