// SPDX-License-Identifier: Apache-2.0
package dev.longrun.peers;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.httpjson.longrunning.OperationsClient;
import com.google.api.gax.longrunning.OperationFuture;
import com.google.api.gax.longrunning.OperationTimedPollAlgorithm;
import com.google.api.gax.retrying.RetrySettings;
import com.google.cloud.common.OperationMetadata;
import com.google.cloud.filestore.v1.CloudFilestoreManagerClient;
import com.google.cloud.filestore.v1.CloudFilestoreManagerSettings;
import com.google.protobuf.Empty;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The Cloud client library of Filestore over REST, as documented but for quick polls. */
final class GaxFilestore implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final CloudFilestoreManagerClient client;

    private GaxFilestore(String url, HttpTransport transport, Duration patience) throws IOException {
        CloudFilestoreManagerSettings.Builder settings = CloudFilestoreManagerSettings.newHttpJsonBuilder();
        settings.setCredentialsProvider(NoCredentialsProvider.create());
        settings.setTransportChannelProvider(CloudFilestoreManagerSettings.defaultHttpJsonTransportProviderBuilder()
                .setEndpoint(url)
                .setHttpTransport(transport)
                .build());
        settings.deleteInstanceOperationSettings().setPollingAlgorithm(polls(patience));
        client = CloudFilestoreManagerClient.create(settings.build());
    }

    static GaxFilestore at(String url) throws IOException {
        return at(url, new NetHttpTransport());
    }

    static GaxFilestore at(String url, HttpTransport transport) throws IOException {
        return new GaxFilestore(url, transport, PATIENCE);
    }

    static GaxFilestore impatient(String url) throws IOException {
        return new GaxFilestore(url, new NetHttpTransport(), Duration.ofMillis(200));
    }

    private static OperationTimedPollAlgorithm polls(Duration patience) {
        return OperationTimedPollAlgorithm.create(RetrySettings.newBuilder()
                .setInitialRetryDelayDuration(Duration.ofMillis(20))
                .setRetryDelayMultiplier(1.5)
                .setMaxRetryDelayDuration(Duration.ofMillis(100))
                .setTotalTimeoutDuration(patience)
                .build());
    }

    OperationsClient operations() {
        return client.getHttpJsonOperationsClient();
    }

    /** What is behind {@code deleteInstanceAsync}, for an operation that has begun already. */
    OperationFuture<Empty, OperationMetadata> follow(String name) {
        return client.deleteInstanceOperationCallable().resumeFutureCall(name);
    }

    void cancelByCallable(String name) {
        client.deleteInstanceOperationCallable().cancel(name);
    }

    /** Returns when nothing is under way any more. */
    @Override
    public void close() {
        client.close();
        try {
            if (!client.awaitTermination(20, TimeUnit.SECONDS)) {
                throw new AssertionError("gax still runs");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
