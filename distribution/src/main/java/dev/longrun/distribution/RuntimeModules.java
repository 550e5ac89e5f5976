// SPDX-License-Identifier: Apache-2.0
package dev.longrun.distribution;

import java.util.List;

/** The modules of the JDK that the runtime has. A test compares them with what jdeps finds in the jars. */
final class RuntimeModules {
    static final List<String> ALL = List.of(
            "java.base",
            "java.logging",
            "java.naming", // names in certificates
            "java.sql", // dates of Gson
            "java.xml",
            "jdk.crypto.ec", // TLS with elliptic curves
            "jdk.unsupported", // sun.misc.Signal for Ctrl-C, Unsafe for Guava
            "jdk.zipfs");

    private RuntimeModules() {}
}
