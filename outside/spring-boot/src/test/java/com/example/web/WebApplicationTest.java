// SPDX-License-Identifier: Apache-2.0
package com.example.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.testkit.FakeOperationsServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "longrun.credentials.enabled=false")
class WebApplicationTest {
    private static final FakeOperationsServer CLOUD = FakeOperationsServer.start();

    @Value("${local.server.port}")
    int port;

    @DynamicPropertySource
    static void cloud(DynamicPropertyRegistry properties) {
        properties.add("longrun.endpoint", CLOUD::url);
    }

    @AfterAll
    static void stop() {
        CLOUD.close();
    }

    @Test
    void aRequestCancelsAnOperation() throws Exception {
        URI path = URI.create("http://localhost:" + port + "/operations/cancels-0-x/cancel");
        HttpRequest request = HttpRequest.newBuilder(path)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        System.out.println(answer);
        assertThat(answer).contains(": cancelled (request accepted, ");
    }
}
