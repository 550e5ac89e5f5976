// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

/** A method of a service that Longrun calls. */
public sealed interface ApiMethod permits OperationsMethod, LocationsMethod {

    /** The name in messages and logs: {@code cancel}. */
    String label();
}
