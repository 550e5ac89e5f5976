// SPDX-License-Identifier: Apache-2.0
package com.example.web;

import dev.longrun.OperationsClient;
import dev.longrun.filestore.v1.Filestore;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cancels operations of Filestore for its callers. */
@SpringBootApplication
@RestController
public class WebApplication {
    private final OperationsClient client;

    WebApplication(OperationsClient client) {
        this.client = client;
    }

    public static void main(String[] args) {
        SpringApplication.run(WebApplication.class, args);
    }

    @PostMapping("/operations/{id}/cancel")
    String cancel(@PathVariable("id") String id) {
        var name = Filestore.project("acme").location("us-central1").operation(id);
        return client.canceller().cancel(name).describe();
    }
}
