// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleapiclient;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.dataplex.v1.CloudDataplex;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import org.jspecify.annotations.Nullable;

/** A generated client of one of the services, set up as its documentation says. */
final class GeneratedDataplex {
    static final ServiceDefinition SERVICE = ServiceRegistry.load().service("dataplex", "v1");
    static final String LOCATION = "projects/p/locations/us-central1";

    private GeneratedDataplex() {}

    static CloudDataplex at(String url) {
        return at(url, new NetHttpTransport(), null);
    }

    static CloudDataplex at(String url, HttpTransport transport, @Nullable HttpRequestInitializer initializer) {
        return new CloudDataplex.Builder(transport, GsonFactory.getDefaultInstance(), initializer)
                .setRootUrl(url + "/")
                .setApplicationName("sweeper/1.2")
                .build();
    }

    static String operation(String id) {
        return LOCATION + "/operations/" + id;
    }
}
