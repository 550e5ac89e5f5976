// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.LroCanceller;
import dev.longrun.service.ServiceRegistry;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CancelController {
    private final ServiceRegistry services;
    private final LroCanceller canceller;

    CancelController(ServiceRegistry services, LroCanceller canceller) {
        this.services = services;
        this.canceller = canceller;
    }

    @PostMapping("/cancel")
    CancelOutcome cancel(@RequestParam String name) {
        return canceller.cancel(services.operation(name));
    }
}
