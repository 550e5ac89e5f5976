// SPDX-License-Identifier: Apache-2.0
/**
 * Cancel Google Cloud long-running operations and learn what became of them. Every package is exported; what no other
 * package needs is package-private. Users start from {@link dev.longrun.OperationsClient}: {@code call} and
 * {@code http} are public for the wiring, but for their options and listeners.
 */
module dev.longrun.core {
    requires transitive com.google.auth;
    requires transitive okhttp3;
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires transitive com.google.api.client;
    requires com.google.api.client.json.gson;
    requires com.google.auth.oauth2;
    // Not used here: google-auth and google-http-client do, and as automatic modules cannot say so.
    requires com.google.common;
    requires com.google.gson;
    requires org.slf4j;

    exports dev.longrun;
    exports dev.longrun.auth;
    exports dev.longrun.call;
    exports dev.longrun.cancel;
    exports dev.longrun.error;
    exports dev.longrun.http;
    exports dev.longrun.journal;
    exports dev.longrun.json;
    exports dev.longrun.location;
    exports dev.longrun.name;
    exports dev.longrun.operation;
    exports dev.longrun.service;
    exports dev.longrun.sweep;
    exports dev.longrun.time;
    exports dev.longrun.watch;

    uses dev.longrun.service.ServiceProvider;
}
