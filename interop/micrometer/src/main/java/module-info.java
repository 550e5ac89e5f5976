// SPDX-License-Identifier: Apache-2.0
/** Meters and Observations of Micrometer for cancels, watches, batches and their HTTP requests. */
module dev.longrun.micrometer {
    requires transitive dev.longrun.core;
    requires transitive micrometer.commons;
    requires transitive micrometer.core;
    requires transitive micrometer.observation;
    requires static org.jspecify;

    exports dev.longrun.micrometer;
}
