// SPDX-License-Identifier: Apache-2.0
package dev.longrun.peers;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.dataplex.v1.CloudDataplex;
import com.google.api.services.dataplex.v1.CloudDataplex.Projects.Locations.Operations;

/** The operations of a generated client, as documented. Dataplex's; the others differ in their models only. */
final class Discovery {
    private Discovery() {}

    static Operations at(String url) {
        return at(url, new NetHttpTransport());
    }

    static Operations at(String url, HttpTransport transport) {
        return new CloudDataplex.Builder(transport, GsonFactory.getDefaultInstance(), null)
                .setRootUrl(url + "/")
                .setApplicationName("peers")
                .build()
                .projects()
                .locations()
                .operations();
    }
}
