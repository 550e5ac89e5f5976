// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.explain.ExplanationJson;
import dev.longrun.cli.explain.ServiceExplanation;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.Format;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lro explain}. */
@Command(
        name = "explain",
        description = {
            "Explains what is documented and known of a service's cancel: which names have one, and how its end is told.",
            "Sends nothing."
        })
final class ExplainCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "SERVICE", description = "Such as file, or file.googleapis.com.")
    private String service = "";

    @Option(names = "--api-version", paramLabel = "VERSION", description = "Only this version.")
    private @Nullable String version;

    @Mixin
    private final ServiceFiles files = new ServiceFiles();

    ExplainCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ServiceRegistry registry = files.registry(context);
        List<ServiceDefinition> versions = version == null
                ? registry.versions(registry.service(service).name())
                : List.of(registry.service(service, version));
        if (context.format() == Format.TABLE) {
            ServiceExplanation.print(versions, context.console());
        } else {
            versions.forEach(each -> context.console().data(ExplanationJson.line(each)));
        }
        return ExitCode.OK.number();
    }
}
