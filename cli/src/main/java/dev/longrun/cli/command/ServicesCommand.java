// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.Format;
import dev.longrun.cli.output.PathTable;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.output.ServiceRow;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lro services}. */
@Command(name = "services", description = "Lists the services that are known here, or the documented paths of one.")
final class ServicesCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "Such as file, or file.googleapis.com.")
    private @Nullable String service;

    @Option(names = "--api-version", paramLabel = "VERSION", description = "Only this version.")
    private @Nullable String version;

    @Mixin
    private final ServiceFiles files = new ServiceFiles();

    ServicesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<ServiceDefinition> services = services(files.registry(context));
        if (service != null && context.format() == Format.TABLE) {
            PathTable.print(services, context.console());
        } else {
            RowPrinter rows = context.rows(names -> ServiceRow.columns(services));
            services.forEach(each -> rows.print(new ServiceRow(each)));
        }
        return 0;
    }

    private List<ServiceDefinition> services(ServiceRegistry registry) {
        if (service != null && version != null) {
            return List.of(registry.service(service, version));
        } else if (service != null) {
            return registry.versions(registry.service(service).name());
        }
        return registry.services().stream()
                .flatMap(name -> registry.versions(name).stream())
                .filter(each -> version == null || version.equals(each.version()))
                .toList();
    }
}
