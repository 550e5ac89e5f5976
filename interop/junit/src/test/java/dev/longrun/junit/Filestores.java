// SPDX-License-Identifier: Apache-2.0
package dev.longrun.junit;

import dev.longrun.filestore.v1.Filestore;
import dev.longrun.service.OperationName;

/** Names of operations. */
final class Filestores {
    private Filestores() {}

    static OperationName operation(String id) {
        return Filestore.project("p").location("us-central1-a").operation(id);
    }
}
