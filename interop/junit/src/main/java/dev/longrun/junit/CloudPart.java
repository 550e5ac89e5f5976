// SPDX-License-Identifier: Apache-2.0
package dev.longrun.junit;

import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.VirtualTime;
import dev.longrun.time.TimeSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a parameter or a field can be. */
enum CloudPart {
    SERVER(FakeOperationsServer.class, FakeCloud::server),
    CLIENT(OperationsClient.class, FakeCloud::client),
    BUILDER(OperationsClientBuilder.class, FakeCloud::builder),
    TIME(TimeSource.class, FakeCloud::time),
    VIRTUAL_TIME(VirtualTime.class, FakeCloud::time);

    private final Class<?> type;
    private final Function<FakeCloud, Object> get;

    CloudPart(Class<?> type, Function<FakeCloud, Object> get) {
        this.type = type;
        this.get = get;
    }

    static Optional<CloudPart> of(Class<?> type) {
        return Arrays.stream(values()).filter(part -> part.type == type).findFirst();
    }

    /** Why there is none for that type, and what would be right. */
    static String unsupported(Class<?> type) {
        return "@FakeOperations: there is no " + type.getName() + " to give; expected "
                + Arrays.stream(values()).map(part -> part.type.getSimpleName()).collect(Collectors.joining(", "));
    }

    /** Why the part cannot be had with these settings; empty if it can. */
    Optional<String> problem(CloudSettings settings) {
        return this == VIRTUAL_TIME && settings.clock() == TestClock.SYSTEM
                ? Optional.of("@FakeOperations: the clock of the system is no VirtualTime; expected a TimeSource, or an"
                        + " annotation with time = TestClock.VIRTUAL or TestClock.MANUAL")
                : Optional.empty();
    }

    Object in(FakeCloud cloud) {
        return get.apply(cloud);
    }
}
