// SPDX-License-Identifier: Apache-2.0
/**
 * One class, one idea, one {@code main}, whose arguments its comment names. Each uses Application Default Credentials,
 * and can be pointed at a fake server by the environment variable {@code LONGRUN_ENDPOINT}:
 *
 * <pre>
 * mvn -q -B install -DskipTests
 * ./lro fake-server --port 8080 &amp;
 * export LONGRUN_ENDPOINT=http://127.0.0.1:8080
 * mvn -q -B -pl examples compile exec:java -Dexec.mainClass=dev.longrun.examples.CancelOne -Dexec.args="acme us-central1 cancels-500-x"
 * </pre>
 */
@NullMarked
package dev.longrun.examples;

import org.jspecify.annotations.NullMarked;
