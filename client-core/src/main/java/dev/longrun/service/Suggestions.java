// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.text.SafeText;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The message for an unknown service: known services of similar name, and the module that would know it.
 *
 * @param names short names of the known services
 * @param complete whether there is a catalog among the modules, so that another module knows no more
 */
record Suggestions(Collection<String> names, boolean complete) {

    String unknown(String service) {
        if (service.startsWith("console.cloud.google.com")) {
            return "a console page does not tell an operation's name; expected //file.googleapis.com/projects/…"
                    + " or the URL of an API request";
        }
        List<String> near = SimilarNames.nearest(names, shortName(service));
        String known = near.isEmpty()
                ? "none of %s has a similar name".formatted(names.size())
                : "similar: " + String.join(", ", near);
        return "no service %s is known; %s%s"
                .formatted(SafeText.quoted(PastedName.withoutUser(service)), known, advice(service));
    }

    private String advice(String service) {
        if (service.contains(".") && !service.endsWith(ServiceHost.GOOGLE)) {
            return "; a file can define it, for --services or ServiceRegistry.withDefinitions";
        }
        return complete ? "" : "; " + ServiceModules.advice(shortName(service));
    }

    private static String shortName(String service) {
        return ServiceDefinition.shortName(service.toLowerCase(Locale.ROOT));
    }
}
