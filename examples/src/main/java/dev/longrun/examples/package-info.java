// SPDX-License-Identifier: Apache-2.0
/**
 * One class, one idea, one {@code main}. Each takes a project and a location, uses Application Default Credentials, and can be
 * pointed at a fake server by the environment variable {@code LONGRUN_ENDPOINT}:
 *
 * <pre>
 * ./lro fake-server --port 8080
 * LONGRUN_ENDPOINT=http://127.0.0.1:8080 java -cp … dev.longrun.examples.CancelOne acme us-central1 cancels-500-x
 * </pre>
 */
@NullMarked
package dev.longrun.examples;

import org.jspecify.annotations.NullMarked;
