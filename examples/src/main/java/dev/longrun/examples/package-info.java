// SPDX-License-Identifier: Apache-2.0
/**
 * Examples: each class has a {@code main} and names its arguments. They use Application Default Credentials; the
 * environment variable {@code LONGRUN_ENDPOINT} sends them to a fake server instead:
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
