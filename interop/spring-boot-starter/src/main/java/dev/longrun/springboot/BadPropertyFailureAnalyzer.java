// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Says at the start which property cannot be used, where it stands and why. The analyzers of Spring Boot print the
 * value as it is, which may have a password in it; the reason of Longrun quotes it without.
 */
final class BadPropertyFailureAnalyzer extends AbstractFailureAnalyzer<BadPropertyException> {
    private final Environment environment;

    BadPropertyFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable root, BadPropertyException failure) {
        return new FailureAnalysis(
                failure.getMessage() + origin(failure.property()),
                "Change the value of " + failure.property() + ".",
                failure);
    }

    private String origin(String property) {
        var name = ConfigurationPropertyName.adapt(property, '.');
        for (var source : ConfigurationPropertySources.get(environment)) {
            var found = source.getConfigurationProperty(name);
            if (found != null) {
                return found.getOrigin() == null ? "" : System.lineSeparator() + "It is set in " + found.getOrigin();
            }
        }
        return "";
    }
}
