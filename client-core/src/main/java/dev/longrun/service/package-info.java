// SPDX-License-Identifier: Apache-2.0
/**
 * Which services have long-running operations, what their names look like, and which request a call on one becomes.
 *
 * <p>Read {@link dev.longrun.service.OperationName} first, then {@link dev.longrun.service.ServiceDefinition} and
 * {@link dev.longrun.service.Endpoints}; {@link dev.longrun.service.ServiceTable} is the form in which services are
 * written down. The chain {@code OperationName → HttpRule → BoundPath → Origin} is pure: nothing here does I/O but
 * reading tables.
 *
 * <p>This package must not know any service by name, nor credentials, nor what a request answers.
 */
@NullMarked
package dev.longrun.service;

import org.jspecify.annotations.NullMarked;
