// SPDX-License-Identifier: Apache-2.0
package dev.longrun.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.testkit.FakeOperationsServer;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;

/** How long a server lives, and which tests share one. */
@Timeout(60)
@ResourceLock("LifetimeTest.SERVERS")
class LifetimeTest {
    /** The servers that the latest run gave to its tests. */
    private static final List<FakeOperationsServer> SERVERS = new CopyOnWriteArrayList<>();

    @BeforeEach
    void forget() {
        SERVERS.clear();
    }

    @Test
    void isOneTestForItsParameters() {
        assertThat(Run.of(PerTest.class).failures()).isEmpty();
        assertThat(SERVERS).hasSize(4);
        assertThat(Set.copyOf(SERVERS)).hasSize(2);
        assertThatAllAreClosed();
    }

    @FakeOperations
    static class PerTest {
        PerTest(FakeOperationsServer server) {
            SERVERS.add(server);
        }

        @Test
        void one(FakeOperationsServer server) {
            SERVERS.add(server);
        }

        @Test
        void two(FakeOperationsServer server) {
            SERVERS.add(server);
        }
    }

    @Test
    void endsAlsoAfterAFailure() {
        assertThat(Run.of(Failing.class).failures()).contains("as planned");
        assertThat(SERVERS).hasSize(1);
        assertThatAllAreClosed();
    }

    @FakeOperations
    static class Failing {
        @Test
        void fails(FakeOperationsServer server) {
            SERVERS.add(server);
            throw new AssertionError("as planned");
        }
    }

    @Test
    void isOpenUntilAfterEachHasRun() {
        assertThat(Run.of(UsedLate.class).failures()).isEmpty();
        assertThat(SERVERS).hasSize(1);
    }

    @FakeOperations
    static class UsedLate {
        @Test
        void does(FakeOperationsServer server) {
            SERVERS.add(server);
        }

        @AfterEach
        void look(FakeOperationsServer server, OperationsClient client) {
            client.operations().get(Filestores.operation("done-x"));
            assertThat(SERVERS).containsExactly(server);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void isTheClassForParametersOfBeforeAll() {
        assertThat(Run.of(BeforeAllParameter.class).failures()).isEmpty();
        assertThat(SERVERS).hasSize(4);
        assertThat(Set.copyOf(SERVERS)).hasSize(1);
        assertThatAllAreClosed();
    }

    @FakeOperations
    static class BeforeAllParameter {
        @BeforeAll
        static void begin(FakeOperationsServer server) {
            SERVERS.add(server);
        }

        @Test
        void one(FakeOperationsServer server) {
            SERVERS.add(server);
        }

        @Test
        void two(FakeOperationsServer server) {
            SERVERS.add(server);
        }

        @Nested
        class Inner {
            @Test
            void three(FakeOperationsServer server) {
                SERVERS.add(server);
            }
        }
    }

    @Test
    void isTheClassForAStaticField() {
        assertThat(Run.of(StaticField.class).failures()).isEmpty();
        assertThat(SERVERS).hasSize(3);
        assertThat(Set.copyOf(SERVERS)).hasSize(1);
        assertThatAllAreClosed();
    }

    static class StaticField {
        @FakeOperations(services = "filestore")
        private static FakeOperationsServer server;

        @Test
        void one() {
            SERVERS.add(server);
        }

        @Test
        void two(FakeOperationsServer parameter, OperationsClient client) {
            client.operations().get(Filestores.operation("done-x"));
            assertThat(server.requests()).hasSize(1);
            SERVERS.add(parameter);
        }

        @Nested
        class Inner {
            @Test
            void three(FakeOperationsServer parameter) {
                SERVERS.add(parameter);
            }
        }
    }

    @Test
    void isOneTestForAnInstanceField() {
        assertThat(Run.of(InstanceField.class).failures()).isEmpty();
        assertThat(SERVERS).hasSize(3);
        assertThat(Set.copyOf(SERVERS)).hasSize(3);
        assertThatAllAreClosed();
    }

    static class InstanceField {
        @FakeOperations
        private FakeOperationsServer server;

        @Test
        void one(FakeOperationsServer parameter) {
            assertThat(parameter).isSameAs(server);
            SERVERS.add(server);
        }

        @Test
        void two() {
            SERVERS.add(server);
        }

        @Nested
        class Inner {
            @Test
            void three() {
                SERVERS.add(server);
            }
        }
    }

    @Test
    void isTheClassForASharedInstance() {
        assertThat(Run.of(SharedInstance.class).failures()).isEmpty();
        assertThat(SERVERS).hasSize(4);
        assertThat(Set.copyOf(SERVERS)).hasSize(1);
        assertThatAllAreClosed();
    }

    @FakeOperations
    @TestInstance(Lifecycle.PER_CLASS)
    static class SharedInstance {
        @FakeOperations
        private FakeOperationsServer field;

        SharedInstance(FakeOperationsServer server) {
            SERVERS.add(server);
        }

        @BeforeAll
        void begin(FakeOperationsServer server) {
            SERVERS.add(server);
        }

        @Test
        void one(FakeOperationsServer server) {
            SERVERS.add(server);
        }

        @Test
        void two() {
            SERVERS.add(field);
        }
    }

    @Test
    void isTheClassForAFieldOfASharedInstance() {
        assertThat(Run.of(FieldOfSharedInstance.class).failures()).isEmpty();
        assertThat(SERVERS).hasSize(2);
        assertThat(Set.copyOf(SERVERS)).hasSize(1);
        assertThatAllAreClosed();
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class FieldOfSharedInstance {
        @FakeOperations
        private FakeOperationsServer field;

        @Test
        void one() {
            SERVERS.add(field);
        }

        @Test
        void two() {
            SERVERS.add(field);
        }
    }

    /** Both tests wait for each other, so they run at the same time or not at all. */
    @Test
    void isOneTestAlsoInParallel() {
        Run run = Run.of(
                Parallel.class,
                Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.mode.default", "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "2"));
        assertThat(run.failures()).isEmpty();
        assertThat(Set.copyOf(SERVERS)).hasSize(2);
        assertThatAllAreClosed();
    }

    @FakeOperations
    static class Parallel {
        private static final CountDownLatch BOTH = new CountDownLatch(2);
        private static final Set<Thread> THREADS = ConcurrentHashMap.newKeySet();

        @Test
        void one(FakeOperationsServer server, OperationsClient client) throws InterruptedException {
            use(server, client);
        }

        @Test
        void two(FakeOperationsServer server, OperationsClient client) throws InterruptedException {
            use(server, client);
        }

        private static void use(FakeOperationsServer server, OperationsClient client) throws InterruptedException {
            SERVERS.add(server);
            THREADS.add(Thread.currentThread());
            BOTH.countDown();
            assertThat(BOTH.await(30, TimeUnit.SECONDS)).isTrue();
            client.operations().get(Filestores.operation("done-x"));
            assertThat(server.requests()).hasSize(1);
            assertThat(THREADS).hasSize(2);
        }
    }

    private static void assertThatAllAreClosed() {
        assertThat(SERVERS)
                .allSatisfy(server -> assertThatThrownBy(() -> connect(URI.create(server.url())))
                        .isInstanceOf(ConnectException.class));
    }

    private static void connect(URI url) throws Exception {
        new Socket(InetAddress.getByName(url.getHost()), url.getPort()).close();
    }
}
