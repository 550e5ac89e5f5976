// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs.reader;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.services.dataplex.v1.CloudDataplex;
import com.google.api.services.dataplex.v1.model.GoogleCloudDataplexV1Lake;
import com.google.api.services.dataplex.v1.model.GoogleLongrunningOperation;
import com.google.auth.oauth2.GoogleCredentials;
import dev.longrun.OperationsClient;
import dev.longrun.googleapiclient.GoogleApiClientBridge;

/** An application that uses a generated client of google-api-client. */
public abstract class DataplexReader {
    protected CloudDataplex dataplex;
    protected GoogleCredentials googleCredentials;
    protected GoogleCloudDataplexV1Lake lake;
    protected GoogleLongrunningOperation started;
    protected GoogleApiClientBridge bridge;
    protected String lakeName;
    protected HttpRequestInitializer initializer;
    protected String parent;
    protected OperationsClient client;
}
