// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/** Converts a {@link FakeResponse} into what MockWebServer sends. */
final class MockResponses {

    static MockResponse of(FakeResponse response) {
        MockResponse.Builder wire = new MockResponse.Builder().code(response.status());
        response.headers().forEach(wire::setHeader);
        if (response.status() == 204) {
            wire.removeHeader("Content-Length");
        } else {
            wire.body(response.body());
        }
        return deliver(response.delivery(), wire).build();
    }

    private static MockResponse.Builder deliver(DeliveryFault delivery, MockResponse.Builder wire) {
        if (delivery instanceof DeliveryFault.Dropped) {
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

    private MockResponses() {}
}
