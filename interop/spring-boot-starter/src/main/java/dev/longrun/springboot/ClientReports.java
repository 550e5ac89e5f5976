// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

/** The gauges of a client, as a bean that ends them before the client is closed. */
record ClientReports(Runnable end) implements AutoCloseable {

    @Override
    public void close() {
        end.run();
    }
}
