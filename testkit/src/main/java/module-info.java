// SPDX-License-Identifier: Apache-2.0
/** A clock that obeys and a Google Cloud that can be told how to fail, for tests of long-running operations. */
module dev.longrun.testkit {
    requires transitive dev.longrun.core;
    requires mockwebserver3;
    requires okio;
    requires static org.jspecify;

    exports dev.longrun.testkit;
}
