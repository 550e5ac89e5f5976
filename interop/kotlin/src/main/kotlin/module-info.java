// SPDX-License-Identifier: Apache-2.0
/** Longrun in Kotlin: suspending calls and flows. */
module dev.longrun.kotlin {
    requires transitive dev.longrun.core;
    requires transitive kotlin.stdlib;
    requires transitive kotlinx.coroutines.core;

    exports dev.longrun.kotlin;
}
