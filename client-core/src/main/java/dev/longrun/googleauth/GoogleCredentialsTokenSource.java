// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import com.google.auth.Credentials;
import com.google.auth.RequestMetadataCallback;
import com.google.auth.oauth2.OAuth2Credentials;
import com.google.auth.oauth2.QuotaProjectIdProvider;
import dev.longrun.auth.CredentialsException;
import dev.longrun.auth.TokenSource;
import dev.longrun.time.Deadline;
import dev.longrun.time.TimeSource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Tokens of google-auth credentials, which are loaded on first use. Every wait has a timeout. */
final class GoogleCredentialsTokenSource implements TokenSource {
    /** OAuth tokens are not bound to a URL, but the API of google-auth requires one. */
    private static final URI ANYWHERE = URI.create("https://www.googleapis.com/");

    private final String kind;
    private final AsyncMemoizer<Credentials> credentials;
    private final AsyncMemoizer<String> universe;
    private final AtomicReference<RejectedToken> refusal = new AtomicReference<>(RejectedToken.NONE);

    GoogleCredentialsTokenSource(String kind, Callable<Credentials> load) {
        this.kind = kind;
        this.credentials = new AsyncMemoizer<>(load);
        this.universe = new AsyncMemoizer<>(() -> credentials.get().get().getUniverseDomain());
    }

    @Override
    public Map<String, String> headers(Duration timeout) throws IOException {
        Deadline deadline = Deadline.after(timeout, TimeSource.system());
        Credentials loaded = loaded(deadline);
        Map<String, String> headers = ask(loaded, deadline);
        RejectedToken refused = refusal.get();
        if (!refused.covers(headers)) {
            return headers;
        }
        refresh(refused, loaded, deadline);
        return ask(loaded, deadline);
    }

    @Override
    public void invalidate(Map<String, String> refused) {
        refusal.updateAndGet(last -> last.covers(refused) ? last : new RejectedToken(refused));
    }

    @Override
    public Optional<String> quotaProject(Duration timeout) throws IOException {
        return loaded(Deadline.after(timeout, TimeSource.system())) instanceof QuotaProjectIdProvider provider
                ? Optional.ofNullable(provider.getQuotaProjectId())
                : Optional.empty();
    }

    @Override
    public String universeDomain(Duration timeout) throws IOException {
        Deadline deadline = Deadline.after(timeout, TimeSource.system());
        loaded(deadline); // before the fetch below, which would otherwise hold a thread while it waits for another
        return await(universe.get(), "finding the universe domain", deadline);
    }

    @Override
    public String toString() {
        return "tokens of " + kind;
    }

    private Credentials loaded(Deadline deadline) throws IOException {
        return await(credentials.get(), "loading credentials", deadline);
    }

    /** Completes on the calling thread if google-auth has a valid token. */
    private Map<String, String> ask(Credentials loaded, Deadline deadline) throws IOException {
        Answer answer = new Answer();
        if (loaded instanceof OAuth2Credentials cached) {
            try {
                cached.getRequestMetadata(ANYWHERE, TokenFetchExecutor.EXECUTOR, answer);
            } catch (RuntimeException e) {
                answer.onFailure(e);
            }
        } else {
            TokenFetchExecutor.run(loaded::getRequestMetadata, answer);
        }
        return flat(await(answer, "getting an access token", deadline));
    }

    private void refresh(RejectedToken refused, Credentials loaded, Deadline deadline) throws IOException {
        try {
            await(refused.refreshOnce(loaded), "refreshing an access token that was rejected", deadline);
        } catch (CredentialsException e) {
            // The token is still rejected: the next caller refreshes it. A refresh in progress goes on.
            if (refused.failed()) {
                refusal.compareAndSet(refused, refused.again());
            }
            throw e;
        }
    }

    private <T> T await(CompletableFuture<T> future, String what, Deadline deadline) throws IOException {
        return new CredentialErrorMapper(kind, what).await(future, deadline);
    }

    private static Map<String, String> flat(Map<String, List<String>> metadata) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        metadata.forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return headers;
    }

    private static final class Answer extends CompletableFuture<Map<String, List<String>>>
            implements RequestMetadataCallback {

        @Override
        public void onSuccess(Map<String, List<String>> metadata) {
            complete(metadata);
        }

        @Override
        public void onFailure(Throwable exception) {
            completeExceptionally(exception);
        }
    }
}
