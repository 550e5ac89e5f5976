// SPDX-License-Identifier: Apache-2.0
package dev.longrun.jackson3;

import static java.util.Objects.requireNonNull;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.CancelResult;
import dev.longrun.error.Status;
import dev.longrun.json.Any;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import java.util.function.Supplier;
import tools.jackson.core.Version;
import tools.jackson.core.util.VersionUtil;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleKeyDeserializers;
import tools.jackson.databind.module.SimpleSerializers;

/**
 * Writes the values of Longrun as JSON, and reads names.
 *
 * <pre>{@code
 * JsonMapper mapper = JsonMapper.builder().addModule(new LongrunJacksonModule()).build();
 * mapper.writeValueAsString(Map.of("outcome", outcome, "by", "nightly"));
 * }</pre>
 *
 * <table>
 *   <caption>What is written</caption>
 *   <tr><th>type</th><th>JSON</th></tr>
 *   <tr><td>{@link CancelOutcome}</td><td>{@link CancelOutcome#toJson}, the line that {@code lro cancel} prints</td></tr>
 *   <tr><td>{@link CancelResult}</td><td>the same; without an outcome the name and an {@code error}, as the command</td></tr>
 *   <tr><td>{@link Operation}</td><td>the server's JSON</td></tr>
 *   <tr><td>{@link Status}</td><td>a {@code google.rpc.Status}</td></tr>
 *   <tr><td>{@link OperationName}</td><td>the full resource name, without version and host; so as the key of a map</td></tr>
 *   <tr><td>{@link JsonObject}, {@link Any}</td><td>the text as it came</td></tr>
 * </table>
 *
 * <p>What may be a credential is hidden in all but the last row. Output that is indented has these texts as they are.
 * Formats other than JSON, and trees, get the same structure. No type ids are written, whatever typing the mapper has.
 *
 * <p>Only an {@link OperationName} is read: from each text that {@link ServiceRegistry#operation(String)} takes.
 * Another text is a {@link tools.jackson.databind.exc.InvalidFormatException} with the message of the
 * {@link dev.longrun.name.InvalidNameException}, which is its cause. Immutable and thread-safe.
 */
public final class LongrunJacksonModule extends JacksonModule {
    private final Supplier<ServiceRegistry> services;

    /** Reads names of the services on the class or module path, which are looked up when the first name is read. */
    public LongrunJacksonModule() {
        this.services = OnClassPath::services;
    }

    /** Reads names of these services. */
    public LongrunJacksonModule(ServiceRegistry services) {
        requireNonNull(services, "services");
        this.services = () -> services;
    }

    @Override
    public String getModuleName() {
        return "longrun";
    }

    @Override
    public Version version() {
        return VersionUtil.parseVersion(OperationsClient.version(), "dev.longrun", "longrun-jackson3");
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addSerializers(new SimpleSerializers()
                .addSerializer(new JsonTextSerializer<>(CancelOutcome.class, CancelOutcome::toJson))
                .addSerializer(new JsonTextSerializer<>(CancelResult.class, SafeJson::result))
                .addSerializer(new JsonTextSerializer<>(Operation.class, SafeJson::operation))
                .addSerializer(new JsonTextSerializer<>(Status.class, SafeJson::status))
                .addSerializer(new JsonTextSerializer<>(JsonObject.class, JsonObject::raw))
                .addSerializer(
                        new JsonTextSerializer<>(Any.class, any -> any.value().raw()))
                .addSerializer(new NameSerializer()));
        context.addKeySerializers(new SimpleSerializers().addSerializer(new NameSerializer.FieldNames()));
        context.addDeserializers(
                new SimpleDeserializers().addDeserializer(OperationName.class, new NameDeserializer(services)));
        context.addKeyDeserializers(new SimpleKeyDeserializers()
                .addDeserializer(OperationName.class, new NameDeserializer.OfKeys(services)));
    }

    /** The services, looked up once. */
    private static final class OnClassPath {
        private static final ServiceRegistry SERVICES = ServiceRegistry.load();

        private static ServiceRegistry services() {
            return SERVICES;
        }
    }
}
