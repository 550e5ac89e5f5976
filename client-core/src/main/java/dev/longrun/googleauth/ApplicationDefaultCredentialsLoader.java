// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.ComputeEngineCredentials;
import com.google.auth.oauth2.GoogleAuthUtils;
import com.google.auth.oauth2.GoogleCredentials;
import dev.longrun.auth.CredentialsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Finds Application Default Credentials without google-auth's cache, which lives as long as the JVM and keeps the
 * transport of the first caller.
 *
 * @param wellKnown the file of gcloud's user credentials; not evaluated if the environment names a file
 * @param elsewhere the lookup without a file: Cloud Shell and the metadata server
 */
record ApplicationDefaultCredentialsLoader(
        Map<String, String> environment, Supplier<Path> wellKnown, MetadataServerLookup elsewhere) {
    private static final String FILE = "GOOGLE_APPLICATION_CREDENTIALS";
    private static final String GCLOUD_FOLDER = "CLOUDSDK_CONFIG";
    private static final String QUOTA_PROJECT = "GOOGLE_CLOUD_QUOTA_PROJECT";

    interface MetadataServerLookup {
        GoogleCredentials find(HttpTransportFactory http) throws IOException;
    }

    /** @param environment such as {@code System.getenv()} */
    static ApplicationDefaultCredentialsLoader ofThisMachine(Map<String, String> environment) {
        return new ApplicationDefaultCredentialsLoader(
                environment, () -> wellKnown(environment), GoogleCredentials::getApplicationDefault);
    }

    private static Path wellKnown(Map<String, String> environment) {
        String folder = environment.getOrDefault(GCLOUD_FOLDER, "");
        return folder.isEmpty()
                ? Path.of(GoogleAuthUtils.getWellKnownCredentialsPath())
                : Path.of(folder, "application_default_credentials.json");
    }

    GoogleCredentials load(HttpTransportFactory http, List<String> scopes) throws IOException {
        GoogleCredentials found = find(http);
        String quotaProject = environment.getOrDefault(QUOTA_PROJECT, "").strip();
        GoogleCredentials billed = quotaProject.isEmpty() ? found : found.createWithQuotaProject(quotaProject);
        // Retried by the loop around this one, which knows the deadline.
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
