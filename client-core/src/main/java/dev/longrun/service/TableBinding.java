// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.binding.HttpRule;
import dev.longrun.binding.PathTemplate;
import dev.longrun.http.HttpMethod;
import dev.longrun.name.InvalidNameException;
import dev.longrun.name.NamePattern;
import dev.longrun.service.TableBlock.Line;
import dev.longrun.text.SafeText;
import java.util.Optional;

/**
 * A binding in a table. Its template is parsed on first use: some services have hundreds.
 *
 * @param template with {@code {version}}, unless it is for one version whatever the block says
 * @param names a pattern, where the path has the name in another form
 */
record TableBinding(
        Line line,
        ApiMethod rpc,
        HttpMethod method,
        String template,
        boolean body,
        HttpRule.Source source,
        Optional<String> names) {
    static final String VERSION = "{version}";
    private static final String OPERATION = "/operations/*";

    /** The form in which nearly all services bind the rpc for operations whose names have this pattern. */
    static TableBinding regular(Line line, ApiMethod rpc, String pattern, boolean body, HttpRule.Source source) {
        if (rpc == ApiMethod.LIST && !pattern.endsWith(OPERATION)) {
            throw line.error(
                    "list needs a name that ends in /operations/*, or a rule; got " + SafeText.quoted(pattern));
        }
        String name = rpc == ApiMethod.LIST ? pattern.substring(0, pattern.length() - OPERATION.length()) : pattern;
        String template = "/" + VERSION + "/{name=" + name + '}' + rpc.suffix();
        return new TableBinding(line, rpc, rpc.method(), template, body, source, Optional.empty());
    }

    HttpRule rule(String version) {
        try {
            PathTemplate path = PathTemplate.parse(template.replace(VERSION, version));
            Optional<NamePattern> pattern =
                    names.isPresent() ? Optional.of(NamePattern.parse(names.get())) : Optional.empty();
            HttpRule rule = new HttpRule(method, path, body, source, pattern);
            if (rpc != ApiMethod.LIST && rule.pattern().isEmpty()) {
                throw line.error("the path must have one variable, as in {name=projects/*}, or be followed by a pattern"
                        + " of the names; got " + SafeText.quoted(template));
            }
            return rule;
        } catch (InvalidNameException e) {
            throw line.error(String.valueOf(e.getMessage()));
        }
    }
}
