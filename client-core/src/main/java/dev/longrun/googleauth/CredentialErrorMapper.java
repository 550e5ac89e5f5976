// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import com.google.api.client.http.HttpResponseException;
import com.google.auth.Retryable;
import dev.longrun.auth.CredentialsException;
import dev.longrun.text.SecretRedactor;
import dev.longrun.time.Deadline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Maps all exceptions of google-auth, checked or not, to one whose message says what to do next. The message is built
 * from parts that cannot contain a secret; google-auth's own messages quote the whole response of the token server.
 */
record CredentialErrorMapper(String kind, String what) {
    private static final String NEXT =
            "run `gcloud auth application-default login` or set GOOGLE_APPLICATION_CREDENTIALS";

    /**
     * The error code of RFC 6749, section 5.2 ({@code "error": "invalid_grant"}), and of Google's APIs
     * ({@code "status": "PERMISSION_DENIED"}).
     */
    private static final Pattern CODE = Pattern.compile("\"(?:error|status)\"\\s*:\\s*\"([A-Za-z_]{1,40})\"");

    private static final Pattern DESCRIPTION =
            Pattern.compile("\"(?:error_description|message)\"\\s*:\\s*\"([^\"\\\\]{1,200})\"");

    <T> T await(CompletableFuture<T> future, Deadline deadline) throws IOException {
        try {
            return future.get(deadline.remaining().toMillis() + 1, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw explained(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new CredentialsException(
                    kind + ": " + what + " took longer than " + deadline.total()
                            + "; check that the token server can be reached from here, then try again",
                    true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(kind + ": the thread was interrupted while " + what);
        }
    }

    private CredentialsException explained(Throwable thrown) {
        List<Throwable> chain = causes(thrown);
        Optional<CredentialsException> own = first(chain, CredentialsException.class);
        if (own.isPresent()) {
            return own.get();
        }
        Optional<HttpResponseException> answer = first(chain, HttpResponseException.class);
        if (answer.isPresent()) {
            return failed("the token server said " + said(answer.get()), retryable(chain), Optional.empty());
        }
        Optional<Throwable> network =
                chain.stream().filter(CredentialErrorMapper::isNetwork).findFirst();
        if (network.isPresent()) {
            return failed(
                    network.get().toString(),
                    first(chain, CertificateException.class).isEmpty(),
                    network);
        }
        Throwable root = chain.get(chain.size() - 1);
        String why =
                root.getClass().getSimpleName() + ": " + SecretRedactor.redactOpaque(String.valueOf(root.getMessage()));
        return failed(why, retryable(chain), Optional.empty());
    }

    private CredentialsException failed(String why, boolean retryable, Optional<Throwable> cause) {
        String next = retryable ? "try again; if it stays, " + NEXT : NEXT;
        CredentialsException failed =
                new CredentialsException(kind + ": " + what + " failed: " + why + "; " + next, retryable);
        cause.ifPresent(failed::initCause);
        return failed;
    }

    private static String said(HttpResponseException answer) {
        String content = answer.getContent() == null ? "" : answer.getContent();
        return Stream.of(
                        Optional.of("HTTP " + answer.getStatusCode()),
                        group(CODE, content),
                        group(DESCRIPTION, content).map(text -> "(" + SecretRedactor.redactOpaque(text) + ")"))
                .flatMap(Optional::stream)
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }

    private static Optional<String> group(Pattern pattern, String content) {
        Matcher matcher = pattern.matcher(content);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static boolean retryable(List<Throwable> chain) {
        return first(chain, HttpResponseException.class)
                .map(answer ->
                        answer.getStatusCode() == 408 || answer.getStatusCode() == 429 || answer.getStatusCode() >= 500)
                .or(() -> first(chain, Retryable.class).map(Retryable::isRetryable))
                .orElse(false);
    }

    /** Messages of these exceptions contain hosts and ports, and nothing that was sent. */
    private static boolean isNetwork(Throwable e) {
        String type = e.getClass().getName();
        return e instanceof IOException && (type.startsWith("java.net.") || type.startsWith("javax.net.ssl."));
    }

    private static List<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .toList();
    }

    private static <T> Optional<T> first(List<Throwable> chain, Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
