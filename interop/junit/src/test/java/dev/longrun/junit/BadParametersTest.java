// SPDX-License-Identifier: Apache-2.0
package dev.longrun.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.VirtualTime;
import org.junit.jupiter.api.Test;

/** Mistakes in the use of the annotation, and what the developer is told. */
class BadParametersTest {

    @Test
    void ofAnotherTypeAreExplained() {
        assertThat(Run.of(OtherType.class).failures())
                .contains("@FakeOperations: there is no java.lang.String to give; expected FakeOperationsServer,"
                        + " OperationsClient, OperationsClientBuilder, TimeSource, VirtualTime");
    }

    static class OtherType {
        @Test
        void asks(@FakeOperations String url) {}
    }

    @Test
    void ofAnotherTypeWithoutAnAnnotationAreLeftToOtherResolvers() {
        assertThat(Run.of(ForeignType.class).failures())
                .contains("No ParameterResolver registered for parameter [java.lang.String");
    }

    @FakeOperations
    static class ForeignType {
        @Test
        void asks(String url) {}
    }

    @Test
    void haveNoVirtualTimeOfTheSystem() {
        assertThat(Run.of(SystemTime.class).failures())
                .contains("@FakeOperations: the clock of the system is no VirtualTime; expected a TimeSource, or an"
                        + " annotation with time = TestClock.VIRTUAL or TestClock.MANUAL");
    }

    @FakeOperations(time = TestClock.SYSTEM)
    static class SystemTime {
        @Test
        void asks(VirtualTime time) {}
    }

    @Test
    void ofAnUnknownServiceNameIt() {
        assertThat(Run.of(UnknownService.class).failures())
                .contains("@FakeOperations(services = \"filestor\"): ")
                .contains("filestore");
    }

    @FakeOperations(services = "filestor")
    static class UnknownService {
        @Test
        void asks(FakeOperationsServer server) {}
    }

    @Test
    void areNoFinalFields() {
        assertThat(Run.of(FinalField.class).failures())
                .contains("FinalField.server: @FakeOperations: the field is final; expected one that can be set");
    }

    static class FinalField {
        @FakeOperations
        static final FakeOperationsServer server = null;

        @Test
        void asks() {}
    }

    @Test
    void areNoFieldsOfAnotherType() {
        assertThat(Run.of(OtherField.class).failures())
                .contains("OtherField.port: @FakeOperations: there is no int to give; expected FakeOperationsServer,");
    }

    static class OtherField {
        @FakeOperations
        int port;

        @Test
        void asks() {}
    }
}
