// SPDX-License-Identifier: Apache-2.0
/** Where a service is: {@code google.cloud.location.Locations}. */
@NullMarked
package dev.longrun.location;

import org.jspecify.annotations.NullMarked;
