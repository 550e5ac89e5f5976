// SPDX-License-Identifier: Apache-2.0
/** Lets Jackson 3 write the values of Longrun, and read the messages of Google's APIs. */
@SuppressWarnings("module") // the digit is that of the library
module dev.longrun.jackson3 {
    requires transitive dev.longrun.core;
    requires transitive tools.jackson.databind;
    requires static org.jspecify;

    exports dev.longrun.jackson3;

    provides tools.jackson.databind.JacksonModule with
            dev.longrun.jackson3.LongrunJacksonModule;
}
