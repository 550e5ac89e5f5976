// SPDX-License-Identifier: Apache-2.0
package dev.longrun.gax;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.gax.core.CredentialsProvider;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.longrunning.OperationTimedPollAlgorithm;
import com.google.api.gax.retrying.RetrySettings;
import com.google.api.gax.rpc.FixedHeaderProvider;
import com.google.cloud.filestore.v1.CloudFilestoreManagerSettings;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.service.ServiceDefinition;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.MockWebServer;

/** Settings of the Cloud client library of Filestore over REST, as its documentation has them but for quick polls. */
final class CloudFilestores {
    static final ServiceDefinition SERVICE = Filestore.definition();
    static final String PARENT = "projects/p/locations/us-central1-a";

    private CloudFilestores() {}

    static String operation(String id) {
        return PARENT + "/operations/" + id;
    }

    static CloudFilestoreManagerSettings at(String url) throws IOException {
        return at(url, NoCredentialsProvider.create(), Map.of(), new NetHttpTransport());
    }

    static CloudFilestoreManagerSettings at(String url, CredentialsProvider credentials, Map<String, String> headers)
            throws IOException {
        return at(url, credentials, headers, new NetHttpTransport());
    }

    /** With requests about instances going to another server: that one starts operations, and this one has them. */
    static CloudFilestoreManagerSettings at(String url, MockWebServer instances) throws IOException {
        HttpTransport transport = new NetHttpTransport.Builder()
                .setConnectionFactory(
                        request -> (HttpURLConnection) (request.getPath().contains("/instances/")
                                        ? instances.url(request.getPath()).url()
                                        : request)
                                .openConnection())
                .build();
        return at(url, NoCredentialsProvider.create(), Map.of(), transport);
    }

    private static CloudFilestoreManagerSettings at(
            String url, CredentialsProvider credentials, Map<String, String> headers, HttpTransport transport)
            throws IOException {
        CloudFilestoreManagerSettings.Builder settings = CloudFilestoreManagerSettings.newHttpJsonBuilder();
        settings.setCredentialsProvider(credentials);
        settings.setHeaderProvider(FixedHeaderProvider.create(headers));
        settings.setTransportChannelProvider(CloudFilestoreManagerSettings.defaultHttpJsonTransportProviderBuilder()
                .setEndpoint(url)
                .setHttpTransport(transport)
                .build());
        settings.deleteInstanceOperationSettings()
                .setPollingAlgorithm(OperationTimedPollAlgorithm.create(RetrySettings.newBuilder()
                        .setInitialRetryDelayDuration(Duration.ofMillis(20))
                        .setRetryDelayMultiplier(1.5)
                        .setMaxRetryDelayDuration(Duration.ofMillis(100))
                        .setTotalTimeoutDuration(Duration.ofMinutes(5))
                        .build()));
        return settings.build();
    }
}
