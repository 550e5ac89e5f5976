// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs.reader;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.auth.TokenSource;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.LroCanceller;
import dev.longrun.error.LongrunException;
import dev.longrun.error.Status;
import dev.longrun.http.HttpRequest;
import dev.longrun.http.HttpResponse;
import dev.longrun.journal.CancelJournal;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.sweep.SweepPlan;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.VirtualTime;
import dev.longrun.watch.WatchOutcome;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;

/** A client and what belongs to it, by the names that all documents use. */
public abstract class GuideReader {
    protected OperationsClient client;
    protected OperationsClientBuilder builder;
    protected LroCanceller canceller;
    protected ServiceRegistry registry;
    protected ServiceDefinition service;
    protected OperationParent parent;
    protected OperationName name;
    protected List<OperationName> names;
    protected Operation operation;
    protected CancelOutcome outcome;
    protected WatchOutcome watched;
    protected BatchOptions options;
    protected CancelJournal journal;
    protected JsonObject json;
    protected Status status;
    protected FakeOperationsServer server;
    protected VirtualTime time;
    protected RandomGenerator random;
    protected TokenSource tokens;
    protected HttpRequest request;
    protected Path path;
    protected Instant now;
    protected Duration left;
    protected ServiceDefinition file;
    protected SweepPlan plan;
    protected OkHttpClient okHttp;
    protected InputStream key;
    protected Gson gson;
    protected ObjectMapper mapper;

    /** A message of the application's own. */
    protected record Lake(String name) {}

    /** For expressions: their value is not what a fragment is about. */
    protected static void use(Object value) {}

    /** Any code of the application. */
    protected static void show(Object value) {}

    protected static void watchAgain(OperationName name) {}

    protected static void report(LongrunException failure) {}

    protected static boolean isOdd(String id) {
        return id.matches(".*[13579]");
    }

    protected static HttpResponse send(HttpRequest request, Map<String, String> headers) {
        throw new UnsupportedOperationException("fragments are compiled only");
    }
}
