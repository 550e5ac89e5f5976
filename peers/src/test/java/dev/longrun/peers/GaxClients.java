// SPDX-License-Identifier: Apache-2.0
package dev.longrun.peers;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.gax.core.BackgroundResource;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.httpjson.InstantiatingHttpJsonChannelProvider;
import com.google.api.gax.httpjson.longrunning.OperationsClient;
import com.google.api.gax.rpc.ClientSettings;
import com.google.cloud.common.OperationMetadata;
import com.google.cloud.dataplex.v1.DataplexServiceClient;
import com.google.cloud.dataplex.v1.DataplexServiceSettings;
import com.google.cloud.dialogflow.cx.v3.AgentsClient;
import com.google.cloud.dialogflow.cx.v3.AgentsSettings;
import com.google.cloud.discoveryengine.v1.CreateDataStoreMetadata;
import com.google.cloud.discoveryengine.v1.CreateEngineMetadata;
import com.google.cloud.discoveryengine.v1.DataStoreServiceClient;
import com.google.cloud.discoveryengine.v1.DataStoreServiceSettings;
import com.google.cloud.discoveryengine.v1.DocumentServiceClient;
import com.google.cloud.discoveryengine.v1.DocumentServiceSettings;
import com.google.cloud.discoveryengine.v1.EngineServiceClient;
import com.google.cloud.discoveryengine.v1.EngineServiceSettings;
import com.google.cloud.discoveryengine.v1.ImportDocumentsMetadata;
import com.google.cloud.filestore.v1.CloudFilestoreManagerClient;
import com.google.cloud.filestore.v1.CloudFilestoreManagerSettings;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import java.io.IOException;

/** The Cloud client libraries over REST, each with a parent of its operations and the type of their metadata there. */
enum GaxClients {
    FILESTORE("file", "projects/p/locations/l", OperationMetadata.class) {
        @Override
        Connection at(String url) throws IOException {
            var client = CloudFilestoreManagerClient.create(plain(
                            CloudFilestoreManagerSettings.newHttpJsonBuilder(),
                            CloudFilestoreManagerSettings.defaultHttpJsonTransportProviderBuilder(),
                            url)
                    .build());
            return new Connection(client, client.getHttpJsonOperationsClient());
        }
    },
    DATAPLEX("dataplex", "projects/p/locations/l", com.google.cloud.dataplex.v1.OperationMetadata.class) {
        @Override
        Connection at(String url) throws IOException {
            var client = DataplexServiceClient.create(plain(
                            DataplexServiceSettings.newHttpJsonBuilder(),
                            DataplexServiceSettings.defaultHttpJsonTransportProviderBuilder(),
                            url)
                    .build());
            return new Connection(client, client.getHttpJsonOperationsClient());
        }
    },
    ENGINES("discoveryengine", "projects/p/locations/l/collections/c/engines/e", CreateEngineMetadata.class) {
        @Override
        Connection at(String url) throws IOException {
            var client = EngineServiceClient.create(plain(
                            EngineServiceSettings.newHttpJsonBuilder(),
                            EngineServiceSettings.defaultHttpJsonTransportProviderBuilder(),
                            url)
                    .build());
            return new Connection(client, client.getHttpJsonOperationsClient());
        }
    },
    DATA_STORES("discoveryengine", "projects/p/locations/l/collections/c/dataStores/d", CreateDataStoreMetadata.class) {
        @Override
        Connection at(String url) throws IOException {
            var client = DataStoreServiceClient.create(plain(
                            DataStoreServiceSettings.newHttpJsonBuilder(),
                            DataStoreServiceSettings.defaultHttpJsonTransportProviderBuilder(),
                            url)
                    .build());
            return new Connection(client, client.getHttpJsonOperationsClient());
        }
    },
    DOCUMENTS(
            "discoveryengine",
            "projects/p/locations/l/collections/c/dataStores/d/branches/b",
            ImportDocumentsMetadata.class) {
        @Override
        Connection at(String url) throws IOException {
            var client = DocumentServiceClient.create(plain(
                            DocumentServiceSettings.newHttpJsonBuilder(),
                            DocumentServiceSettings.defaultHttpJsonTransportProviderBuilder(),
                            url)
                    .build());
            return new Connection(client, client.getHttpJsonOperationsClient());
        }
    },
    AGENTS("dialogflow", "projects/p/locations/l", Struct.class) {
        @Override
        Connection at(String url) throws IOException {
            var client = AgentsClient.create(plain(
                            AgentsSettings.newHttpJsonBuilder(),
                            AgentsSettings.defaultHttpJsonTransportProviderBuilder(),
                            url)
                    .build());
            return new Connection(client, client.getHttpJsonOperationsClient());
        }
    };

    final String service;
    final String parent;
    final Class<? extends Message> metadata;

    GaxClients(String service, String parent, Class<? extends Message> metadata) {
        this.service = service;
        this.parent = parent;
        this.metadata = metadata;
    }

    abstract Connection at(String url) throws IOException;

    String name(String id) {
        return parent + "/operations/" + id;
    }

    private static <B extends ClientSettings.Builder<?, B>> B plain(
            B settings, InstantiatingHttpJsonChannelProvider.Builder transport, String url) {
        settings.setCredentialsProvider(NoCredentialsProvider.create());
        settings.setTransportChannelProvider(transport
                .setEndpoint(url)
                .setHttpTransport(new NetHttpTransport())
                .build());
        return settings;
    }

    /** A client, and its operations. */
    record Connection(BackgroundResource client, OperationsClient operations) implements AutoCloseable {
        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
