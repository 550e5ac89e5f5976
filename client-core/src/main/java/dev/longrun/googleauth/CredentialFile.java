// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.ExternalAccountAuthorizedUserCredentials;
import com.google.auth.oauth2.ExternalAccountCredentials;
import com.google.auth.oauth2.GdchCredentials;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ImpersonatedCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import dev.longrun.auth.CredentialsException;
import dev.longrun.text.SecretRedactor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a JSON credentials file with the loader for its type. google-auth's general loader is deprecated and logs a
 * warning.
 */
final class CredentialFile {
    private static final Map<String, Loader> LOADERS = new TreeMap<>(Map.of(
            "authorized_user", UserCredentials::fromStream,
            "service_account", ServiceAccountCredentials::fromStream,
            "external_account", ExternalAccountCredentials::fromStream,
            "external_account_authorized_user", ExternalAccountAuthorizedUserCredentials::fromStream,
            "impersonated_service_account", ImpersonatedCredentials::fromStream,
            "gdch_service_account", GdchCredentials::fromStream));

    private interface Loader {
        GoogleCredentials load(InputStream json, HttpTransportFactory http) throws IOException;
    }

    private CredentialFile() {}

    /** @param source where the path comes from, for messages: {@code "gcloud keeps"} */
    static GoogleCredentials load(Path file, String source, HttpTransportFactory http) throws CredentialsException {
        byte[] json = read(file, source);
        try {
            return loader(json).load(new ByteArrayInputStream(json), http);
        } catch (IOException | RuntimeException e) {
            throw unusable(file, source, SecretRedactor.redactOpaque(String.valueOf(e.getMessage())));
        }
    }

    private static Loader loader(byte[] json) throws IOException {
        Object type = GsonFactory.getDefaultInstance()
                .createJsonParser(new ByteArrayInputStream(json))
                .parseAndClose(GenericJson.class)
                .get("type");
        Loader loader = LOADERS.get(String.valueOf(type));
        if (loader == null) {
            throw new IOException(
                    "its \"type\" is " + type + ", expected one of " + String.join(", ", LOADERS.keySet()));
        }
        return loader;
    }

    private static byte[] read(Path file, String source) throws CredentialsException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unusable(file, source, "it cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static CredentialsException unusable(Path file, String source, String why) {
        return new CredentialsException(
                source + " " + file + ", which is no usable credentials file: " + why
                        + "; point GOOGLE_APPLICATION_CREDENTIALS to one, or unset it and run"
                        + " `gcloud auth application-default login`",
                false);
    }
}
