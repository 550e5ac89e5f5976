// SPDX-License-Identifier: Apache-2.0
/**
 * Longrun beside <a href="https://github.com/FasterXML/jackson">Jackson 3</a>: outcomes as the command prints them, and
 * the messages of operations as classes of the application.
 *
 * <pre>{@code
 * JsonMapper mapper = JsonMapper.builder().addModule(new LongrunJacksonModule()).build();
 * String line = mapper.writeValueAsString(client.canceller().cancel(name));    // as lro cancel --format=json
 *
 * ProtoJson json = ProtoJson.by(mapper);
 * Instance made = operation.response().orElseThrow().decode(json.as(Instance.class));
 * }</pre>
 *
 * <p>{@link dev.longrun.jackson3.LongrunJacksonModule} says which types it writes and how. Without it Jackson looks for
 * getters, of which the types of Longrun have few, and writes objects without fields. Jackson finds the module by
 * itself where {@code findAndAddModules()} is called, as Spring Boot does.
 *
 * <p>{@link dev.longrun.jackson3.ProtoJson} reads with the application's mapper what proto JSON writes in its own way.
 * Longrun itself keeps Jackson 2, with other packages and artifacts, so that both stand side by side.
 */
@NullMarked
package dev.longrun.jackson3;

import org.jspecify.annotations.NullMarked;
