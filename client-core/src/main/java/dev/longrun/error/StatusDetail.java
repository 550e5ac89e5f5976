// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import java.io.Serializable;

/**
 * What a {@link Status} says beyond its message, one record for each message of {@code google/rpc/error_details.proto}.
 *
 * <p>Ask a status for the kind you can act on, as in {@code status.detail(RetryInfo.class)}. Strings the server left
 * out are empty, lists and maps too, as in proto3. There is no {@code fold}: services add kinds of their own, and all
 * of them arrive as {@link UnknownDetail}.
 */
public sealed interface StatusDetail extends Serializable
        permits BadRequest,
                DebugInfo,
                ErrorInfo,
                Help,
                LocalizedMessage,
                PreconditionFailure,
                QuotaFailure,
                RequestInfo,
                ResourceInfo,
                RetryInfo,
                UnknownDetail {}
