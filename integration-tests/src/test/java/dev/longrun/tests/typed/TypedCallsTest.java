// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.typed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import dev.longrun.binding.HttpRule;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.ServedRequest;
import dev.longrun.testkit.VirtualTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every name of every typed service, on the wire. */
@ParameterizedClass
@MethodSource("services")
class TypedCallsTest {
    private final TypedService service;
    private final Steps steps;
    private final VirtualTime time = VirtualTime.autoAdvancing();
    private final FakeOperationsServer server;
    private final OperationsClient client;

    TypedCallsTest(TypedService service) {
        this.service = service;
        this.steps = new Steps(service);
        this.server = FakeOperationsServer.start(time, List.of(service.definition()), 0);
        this.client = OperationsClient.builder()
                .endpoint(server.url())
                .withoutCredentials()
                .time(time)
                .executor(time.executor())
                .build();
    }

    static List<TypedService> services() {
        return TypedService.all();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
        time.close();
    }

    @Test
    void whatIsCancellableIsCancelledAndWhatIsNotSaysSo() {
        for (OperationName name : steps.operations()) {
            server.operation(name.value()).cancelsAfter(Duration.ofMillis(500));

            CancelOutcome outcome = client.canceller().cancel(name);

            assertThat(outcome)
                    .as(name.value())
                    .extracting(CancelOutcome::kind)
                    .isEqualTo(name.isCancelDocumented() ? service.form().stopped() : CancelOutcome.Kind.UNSUPPORTED);
            List<ServedRequest> cancels = posts(service.path(name));
            assertThat(cancels)
                    .extracting(ServedRequest::path)
                    .containsExactlyElementsOf(service.form().cancels(service.path(name)));
            assertThat(cancels).allSatisfy(cancel -> {
                assertThat(cancel.body()).isEmpty();
                assertThat(cancel.headers()).containsEntry("Content-Length", "0");
            });
        }
    }

    @Test
    void whatCanBeReadIsRead() {
        for (OperationName name : steps.operations()) {
            server.operation(name.value()).neverEnds();

            Operation operation = client.operations().get(name);

            assertThat(operation.state()).isEqualTo(Operation.State.RUNNING);
            assertThat(last().line()).isEqualTo("GET " + service.path(name));
            assertThat(last().headers())
                    .containsEntry(
                            "x-goog-request-params", "name=" + name.value().replace("/", "%2F"));
        }
    }

    @Test
    void whatCanBeWaitedForIs() {
        for (OperationName name : documented(ApiMethod.WAIT)) {
            server.operation(name.value()).alreadyDone();
            HttpRule rule =
                    service.definition().path(ApiMethod.WAIT, name.value()).rule();

            client.operations().wait(name, Duration.ofSeconds(30));

            assertThat(last().method() + ' ' + last().path())
                    .isEqualTo("POST " + service.path(name) + service.form().await());
            assertThat(rule.body() ? last().body() : last().query())
                    .matches(service.form().timeout());
        }
    }

    @Test
    void whatCanBeDeletedIs() {
        for (OperationName name : documented(ApiMethod.DELETE)) {
            server.operation(name.value()).alreadyDone();

            client.operations().delete(name);

            assertThat(last().line()).isEqualTo("DELETE " + service.path(name));
        }
    }

    @Test
    void everyParentIsListed() {
        for (OperationParent parent : steps.parents()) {
            client.operations().list(ListRequest.of(parent));

            assertThat(last().method() + ' ' + last().path())
                    .isEqualTo("GET " + service.form().list(service.path(parent)));
        }
    }

    private List<OperationName> documented(ApiMethod rpc) {
        return steps.operations().stream()
                .filter(name -> service.definition().documents(rpc, name.resource()))
                .toList();
    }

    private List<ServedRequest> posts(String path) {
        return server.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .filter(request -> request.path().startsWith(path))
                .toList();
    }

    private ServedRequest last() {
        List<ServedRequest> requests = server.requests();
        return requests.get(requests.size() - 1);
    }
}
