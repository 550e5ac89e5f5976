// SPDX-License-Identifier: Apache-2.0
/** An extension of JUnit Jupiter that gives a test its own fake Google Cloud. */
module dev.longrun.junit {
    requires transitive dev.longrun.testkit;
    requires transitive org.junit.jupiter.api;
    requires static org.jspecify;

    exports dev.longrun.junit;
}
