// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import com.google.auth.oauth2.GoogleCredentials;
import dev.longrun.auth.TokenSource;
import dev.longrun.okhttp.OkHttpTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Application Default Credentials of a machine that a test furnishes. */
final class Adc {
    static final String REFRESH_TOKEN = "1//refresh-t0ken-of-the-user";
    static final String CLIENT_SECRET = "GOCSPX-cl1ent-secret-of-gcloud";
    static final String PRIVATE_KEY = newPrivateKey();

    private final Map<String, String> environment = new HashMap<>();
    private final Path home;
    private ApplicationDefaultCredentialsLoader.MetadataServerLookup elsewhere = http -> {
        throw new IOException("Your default credentials were not found.");
    };

    Adc(Path home) {
        this.home = home;
    }

    Adc env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Adc gcloudFile(String json) throws IOException {
        Files.writeString(wellKnown(), json);
        return this;
    }

    Adc namedFile(String json) throws IOException {
        Path file = home.resolve("key.json");
        Files.writeString(file, json);
        return env("GOOGLE_APPLICATION_CREDENTIALS", file.toString());
    }

    Adc elsewhere(GoogleCredentials credentials) {
        elsewhere = http -> credentials;
        return this;
    }

    Path wellKnown() {
        return home.resolve("application_default_credentials.json");
    }

    TokenSource tokens(OkHttpTransport transport) {
        return tokens(transport, List.of(GoogleTokens.CLOUD_PLATFORM));
    }

    TokenSource tokens(OkHttpTransport transport, List<String> scopes) {
        OkHttpGoogleTransport http = OkHttpGoogleTransport.forTokens(transport);
        ApplicationDefaultCredentialsLoader machine =
                new ApplicationDefaultCredentialsLoader(environment, this::wellKnown, elsewhere);
        return new GoogleCredentialsTokenSource(
                "Application Default Credentials", () -> machine.load(() -> http, scopes));
    }

    static String user(String tokenUrl, String... more) {
        return json("authorized_user", tokenUrl, more) + """
                "client_id": "id.apps.googleusercontent.com", "client_secret": "%s", "refresh_token": "%s"}""".formatted(CLIENT_SECRET, REFRESH_TOKEN);
    }

    static String serviceAccount(String tokenUrl, String... more) {
        return json("service_account", tokenUrl, more) + """
                "client_id": "1", "client_email": "robot@p.iam.gserviceaccount.com", "private_key_id": "k", "private_key": "%s"}""".formatted(PRIVATE_KEY.replace("\n", "\\n"));
    }

    private static String json(String type, String tokenUrl, String... more) {
        return "{\"type\": \"" + type + "\", \"token_uri\": \"" + tokenUrl + "\", " + String.join("", more);
    }

    private static String newPrivateKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
            return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
