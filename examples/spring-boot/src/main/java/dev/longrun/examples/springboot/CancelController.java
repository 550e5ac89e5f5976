// SPDX-License-Identifier: Apache-2.0
package dev.longrun.examples.springboot;

import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.LroCanceller;
import dev.longrun.service.ServiceRegistry;
import java.util.concurrent.CompletableFuture;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Responds with the JSON of {@code lro cancel}, or with a problem detail of the starter. */
@RestController
class CancelController {
    private final ServiceRegistry services;
    private final LroCanceller canceller;

    CancelController(ServiceRegistry services, LroCanceller canceller) {
        this.services = services;
        this.canceller = canceller;
    }

    /** Waits on the thread of the request. */
    @PostMapping("/cancel")
    CancelOutcome cancel(@RequestParam String name) {
        return canceller.cancel(services.operation(name));
    }

    /** Waits on no thread. */
    @PostMapping("/cancel-async")
    CompletableFuture<CancelOutcome> cancelAsync(@RequestParam String name) {
        return canceller.cancelAsync(services.operation(name));
    }
}
