// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/** An answer as the socket takes it. */
final class WireAnswer {

    static MockResponse of(FakeResponse answer) {
        MockResponse.Builder wire = new MockResponse.Builder().code(answer.status());
        answer.headers().forEach(wire::setHeader);
        if (answer.status() == 204) {
            wire.removeHeader("Content-Length");
        } else {
            wire.body(answer.body());
        }
        return deliver(answer.delivery(), wire).build();
    }

    private static MockResponse.Builder deliver(DeliveryFault delivery, MockResponse.Builder wire) {
        if (delivery instanceof DeliveryFault.Lost) {
            return wire.onResponseStart(new SocketEffect.CloseSocket());
        } else if (delivery instanceof DeliveryFault.CutOff) {
            return wire.onResponseBody(new SocketEffect.CloseSocket());
        } else if (delivery instanceof DeliveryFault.Stalled) {
            return wire.onResponseStart(SocketEffect.Stall.INSTANCE);
        } else if (delivery instanceof DeliveryFault.Dripping dripping) {
            return wire.throttleBody(dripping.bytes(), dripping.pause().toMillis(), TimeUnit.MILLISECONDS);
        }
        return wire;
    }

    private WireAnswer() {}
}
