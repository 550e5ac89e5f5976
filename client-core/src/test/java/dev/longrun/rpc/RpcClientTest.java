// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.call.CallOptions;
import dev.longrun.call.ContextCarrier;
import dev.longrun.call.RateLimit;
import dev.longrun.error.ApiException;
import dev.longrun.error.ConfigurationException;
import dev.longrun.http.HttpResponse;
import dev.longrun.time.HandTime;
import org.junit.jupiter.api.Test;

/** What only a transport that is closed at the worst moment shows; all else is proved over a real socket. */
class RpcClientTest {
    private final HandTime time = new HandTime();
    private final ScriptedTransport transport = new ScriptedTransport(time);
    private final RpcClient caller = new RpcClient(new RpcClientConfig(
            transport,
            new CredentialPolicy(new NumberedTokens(), false, false),
            new RequestHeaders("longrun-java/1", "gl-java/17.0.1 gccl/1"),
            RetryBudget.defaults(),
            Listeners.none(),
            time,
            () -> 0,
            ClientThreads.ofSize(1),
            RateLimit.adaptive(),
            ContextCarrier.none()));

    private HttpResponse get() {
        return caller.call(Calls.get(), CallOptions.defaults(), answer -> answer);
    }

    private void closeWhileSending() {
        transport.then(request -> {
            caller.close();
            throw new ConfigurationException("the transport is closed");
        });
    }

    @Test
    void aTransportThatIsClosedBeforeTheFirstAttemptSentNothing() {
        closeWhileSending();
        assertThatThrownBy(this::get)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("file v1 get " + Calls.NAME + ": nothing was sent; the client is closed");
    }

    @Test
    void aTransportThatIsClosedBeforeTheSecondDoesNotMakeTheFirstUnsent() {
        transport.answers(Calls.answer(401, Calls.error(401, "UNAUTHENTICATED", "no token")));
        closeWhileSending();
        assertThatThrownBy(this::get)
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("UNAUTHENTICATED (16): no token (after 2 attempts; the client is closed)");
    }

    @Test
    void whatATransportRefusesIsSaidAsItSaysIt() {
        ConfigurationException refused = new ConfigurationException("header x: its value must be printable ASCII");
        transport.then(request -> {
            throw refused;
        });
        assertThatThrownBy(this::get).isSameAs(refused);
    }
}
