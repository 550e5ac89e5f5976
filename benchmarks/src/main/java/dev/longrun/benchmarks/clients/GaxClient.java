// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.clients;

import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.httpjson.longrunning.OperationsClient;
import com.google.cloud.filestore.v1.CloudFilestoreManagerClient;
import com.google.cloud.filestore.v1.CloudFilestoreManagerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The Cloud client library of Filestore over REST, made of gax, with its default settings. */
public final class GaxClient implements BlockingClient {
    private final CloudFilestoreManagerClient client;
    private final OperationsClient operations;

    public GaxClient(String url) {
        try {
            CloudFilestoreManagerSettings.Builder settings = CloudFilestoreManagerSettings.newHttpJsonBuilder();
            settings.setCredentialsProvider(NoCredentialsProvider.create());
            settings.setEndpoint(url);
            client = CloudFilestoreManagerClient.create(settings.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        operations = client.getHttpJsonOperationsClient();
    }

    @Override
    public String label() {
        return "gax";
    }

    @Override
    public boolean isDone(String name) {
        return operations.getOperation(name).getDone();
    }

    @Override
    public void cancel(String name) {
        operations.cancelOperation(name);
    }

    @Override
    public void close() {
        client.close();
    }
}
