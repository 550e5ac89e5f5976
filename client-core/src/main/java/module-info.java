// SPDX-License-Identifier: Apache-2.0
/**
 * Cancel Google Cloud long-running operations and learn their outcomes. Users start from
 * {@link dev.longrun.OperationsClient}. Types that users do not need are package-private, or in packages that are not
 * exported to everybody: {@code dev.longrun.binding} makes paths of names, {@code dev.longrun.rpc} makes the calls,
 * {@code dev.longrun.okhttp} sends their requests, {@code dev.longrun.googleauth} fetches tokens,
 * {@code dev.longrun.observe} tells listeners, {@code dev.longrun.endpoint} finds the server, {@code dev.longrun.wire}
 * writes JSON and reads errors, {@code dev.longrun.text} has forms of text. Modules of Longrun have some of them by
 * qualified exports.
 */
@SuppressWarnings("module") // the modules that a package is exported to are compiled after this one
module dev.longrun.core {
    requires transitive com.google.auth;
    requires transitive okhttp3;
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.google.api.client;
    requires com.google.api.client.json.gson;
    requires com.google.auth.oauth2;
    // Used by google-auth and google-http-client, which are automatic modules and cannot declare it.
    requires com.google.common;
    requires com.google.gson;
    requires org.slf4j;

    exports dev.longrun;
    exports dev.longrun.auth;
    exports dev.longrun.binding to
            dev.longrun.testkit;
    exports dev.longrun.call;
    exports dev.longrun.cancel;
    exports dev.longrun.endpoint to
            dev.longrun.googleapiclient;
    exports dev.longrun.error;
    exports dev.longrun.googleauth to
            dev.longrun.googleapiclient;
    exports dev.longrun.http;
    exports dev.longrun.journal;
    exports dev.longrun.json;
    exports dev.longrun.location;
    exports dev.longrun.name;
    exports dev.longrun.operation;
    exports dev.longrun.service;
    exports dev.longrun.sweep;
    exports dev.longrun.text to
            dev.longrun.jackson3;
    exports dev.longrun.time;
    exports dev.longrun.watch;
    exports dev.longrun.wire to
            dev.longrun.aiplatform,
            dev.longrun.compute,
            dev.longrun.container,
            dev.longrun.dataplex,
            dev.longrun.dialogflow.cx,
            dev.longrun.discoveryengine,
            dev.longrun.filestore,
            dev.longrun.googleapiclient,
            dev.longrun.jackson3,
            dev.longrun.sqladmin,
            dev.longrun.testkit;

    uses dev.longrun.service.ServiceProvider;
}
