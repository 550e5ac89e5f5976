// SPDX-License-Identifier: Apache-2.0
package dev.longrun.examples.springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Cancels operations for {@code POST /cancel?name=…} and {@code POST /cancel-async?name=…}, and the old ones every
 * night if {@code sweep.parent} says where.
 */
@SpringBootApplication
@EnableScheduling
@ConfigurationPropertiesScan
public class CancelApplication {

    public static void main(String[] args) {
        SpringApplication.run(CancelApplication.class, args);
    }
}
