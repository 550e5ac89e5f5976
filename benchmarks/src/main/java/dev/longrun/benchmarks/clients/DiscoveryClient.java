// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.clients;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.dataplex.v1.CloudDataplex;
import com.google.api.services.dataplex.v1.model.GoogleLongrunningCancelOperationRequest;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A client that Google generates from a discovery document, with its default settings. There is none of Filestore in
 * the build; Dataplex has the same paths.
 */
public final class DiscoveryClient implements BlockingClient {
    private final CloudDataplex.Projects.Locations.Operations operations;

    public DiscoveryClient(String url) {
        operations = new CloudDataplex.Builder(new NetHttpTransport(), GsonFactory.getDefaultInstance(), null)
                .setRootUrl(url + "/")
                .setApplicationName("benchmarks")
                .build()
                .projects()
                .locations()
                .operations();
    }

    @Override
    public String label() {
        return "discovery client";
    }

    @Override
    public boolean isDone(String name) {
        try {
            return operations.get(name).execute().getDone();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void cancel(String name) {
        try {
            operations
                    .cancel(name, new GoogleLongrunningCancelOperationRequest())
                    .execute();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {}
}
