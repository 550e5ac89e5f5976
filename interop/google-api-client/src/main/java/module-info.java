// SPDX-License-Identifier: Apache-2.0
/** Connects generated clients of google-api-client with Longrun, and converts their errors. */
module dev.longrun.googleapiclient {
    requires transitive com.google.api.client;
    requires transitive dev.longrun.core;
    requires transitive google.api.client;
    requires com.google.api.client.json.gson;
    requires com.google.auth.oauth2;
    requires static org.jspecify;

    exports dev.longrun.googleapiclient;
}
