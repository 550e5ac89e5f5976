// SPDX-License-Identifier: Apache-2.0
package dev.longrun.gax;

import com.google.api.gax.rpc.StatusCode;

/**
 * A status code of gax for a response over REST. gax's own is in a library that users of gRPC need not have.
 *
 * @param getTransportCode the HTTP status, as an Integer
 */
record RestStatusCode(Code getCode, Integer getTransportCode) implements StatusCode {

    static RestStatusCode of(dev.longrun.error.Code code, int httpStatus) {
        return new RestStatusCode(Code.valueOf(code.name()), httpStatus);
    }
}
