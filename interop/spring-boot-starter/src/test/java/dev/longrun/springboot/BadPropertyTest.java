// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class BadPropertyTest {
    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(LongrunAutoConfiguration.class));

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            longrun.endpoint | https://file.example.com/v1 | scheme, host and port only
            longrun.endpoint | ftp://file.example.com | https or http
            longrun.endpoints.filestore | https://h/v1 | scheme, host and port only
            longrun.endpoints.filestor | https://file.example.com | filestore
            longrun.universe-domain | https://s3nsapis.fr/ | s3nsapis.fr
            longrun.application | sweeper é | printable ASCII
            longrun.request-reason | ticket é | printable ASCII
            longrun.service-tables | classpath:nowhere.services | cannot read class path resource [nowhere.services]
            longrun.service-tables | classpath:META-INF/spring.factories | class path resource [META-INF/spring.factories]
            longrun.credentials.impersonate | admin | NAME@PROJECT.iam.gserviceaccount.com
            longrun.call.timeout | 0s | longer than zero
            longrun.call.attempt-timeout | -1s | longer than zero
            longrun.call.max-attempts | 0 | at least 1
            longrun.cancel.timeout | 0s | longer than zero
            longrun.watch.timeout | 0s | longer than zero
            longrun.poll.stretch | 0.5 | 1 or more
            longrun.poll.stretch | NaN | 1 or more
            longrun.rate-limit | fast | expected adaptive, off
            longrun.rate-limit | -3 | more than zero
            longrun.rate-limit | Infinity | more than zero
            """)
    void badValueFailsTheStartAndNamesTheProperty(String property, String value, String reason) {
        context.withPropertyValues(property + "=" + value)
                .run(started -> assertThat(started)
                        .getFailure()
                        .rootCause()
                        .satisfies(root -> assertThat(started.getStartupFailure())
                                .hasStackTraceContaining("property " + property + ": ")
                                .hasStackTraceContaining(reason)));
    }

    @ParameterizedTest
    @CsvSource({"longrun.poll.first,-1ms", "longrun.poll.multiplier,0.5", "longrun.poll.longest,1ms"})
    void badScheduleOfReadsFailsTheStart(String property, String value) {
        context.withPropertyValues(property + "=" + value)
                .run(started -> assertThat(started.getStartupFailure())
                        .hasStackTraceContaining("property longrun.poll: backoff: "));
    }

    @ParameterizedTest
    @CsvSource({
        "longrun.regional-host,true",
        "longrun.endpiont,https://file.example.com",
        "longrun.call.retries,3",
        "longrun.credentials.enable,false"
    })
    void unknownPropertyFailsTheStart(String property, String value) {
        context.withPropertyValues(property + "=" + value)
                .run(started -> assertThat(started.getStartupFailure())
                        .hasStackTraceContaining("The elements [" + property + "] were left unbound"));
    }

    @ParameterizedTest
    @CsvSource({
        "longrun.call.timeout,soon",
        "longrun.call.max-attempts,many",
        "longrun.regional-hosts,perhaps",
        "longrun.poll.stretch,wide"
    })
    void valueOfAnotherTypeFailsTheStart(String property, String value) {
        context.withPropertyValues(property + "=" + value)
                .run(started -> assertThat(started.getStartupFailure())
                        .hasStackTraceContaining("Failed to bind properties under '" + property + "'"));
    }

    @Test
    void variablesOfTheCommandAreNoMistake() {
        context.withInitializer(started -> started.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "systemEnvironment",
                                Map.of("LONGRUN_SERVICES", "x", "LONGRUN_ENDPOINT_FILE", "https://h"))))
                .run(started -> assertThat(started).hasNotFailed());
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void startSaysWhichPropertyAndWhereItStands(CapturedOutput output) {
        start("--longrun.cancel.timeout=0s");
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("property longrun.cancel.timeout: timeout must be longer than zero")
                .contains("It is set in \"longrun.cancel.timeout\" from property source \"commandLineArgs\"")
                .contains("Change the value of longrun.cancel.timeout.");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void passwordInAUrlIsNotPrinted(CapturedOutput output) {
        start("--longrun.endpoint=https://admin:hunter2@file.example.com");
        assertThat(output)
                .contains("property longrun.endpoint: ")
                .contains("user info")
                .doesNotContain("hunter2");
    }

    private static void start(String argument) {
        SpringApplication application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .build();
        try (var context = application.run(argument)) {
            throw new AssertionError("started: " + context);
        } catch (RuntimeException expected) {
            assertThat(expected).hasStackTraceContaining("BadPropertyException");
        }
    }
}
