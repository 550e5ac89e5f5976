// SPDX-License-Identifier: Apache-2.0
/**
 * Where a service is: {@code google.cloud.location.Locations}.
 *
 * <pre>{@code
 * List<OperationParent> locations = client.locations().list(Filestore.definition(), "projects/acme");
 * }</pre>
 */
@NullMarked
package dev.longrun.location;

import org.jspecify.annotations.NullMarked;
