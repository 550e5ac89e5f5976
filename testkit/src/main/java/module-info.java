// SPDX-License-Identifier: Apache-2.0
/** A virtual clock and a fake Google Cloud with scripted faults, for tests of long-running operations. */
module dev.longrun.testkit {
    requires transitive dev.longrun.core;
    requires mockwebserver3;
    requires okio;
    requires static org.jspecify;

    exports dev.longrun.testkit;
}
