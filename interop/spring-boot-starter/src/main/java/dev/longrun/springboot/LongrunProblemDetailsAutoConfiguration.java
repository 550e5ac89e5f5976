// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.DispatcherServlet;

/** Answers with problem details in applications of Spring MVC; off by {@code longrun.problem-details.enabled=false}. */
@AutoConfiguration
@ConditionalOnClass({DispatcherServlet.class, ProblemDetail.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = "longrun.problem-details.enabled", matchIfMissing = true)
public final class LongrunProblemDetailsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    LongrunExceptionHandler longrunExceptionHandler() {
        return new LongrunExceptionHandler();
    }
}
