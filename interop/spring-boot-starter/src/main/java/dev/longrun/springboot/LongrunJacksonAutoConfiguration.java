// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import dev.longrun.jackson3.LongrunJacksonModule;
import dev.longrun.service.ServiceRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JacksonModule;

/** Has the {@code JsonMapper} of Spring Boot write outcomes as the command does, where Jackson 3 is there. */
@AutoConfiguration(after = LongrunAutoConfiguration.class)
@ConditionalOnClass({JacksonModule.class, LongrunJacksonModule.class})
public final class LongrunJacksonAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    LongrunJacksonModule longrunJacksonModule(ServiceRegistry services) {
        return new LongrunJacksonModule(services);
    }
}
