// SPDX-License-Identifier: Apache-2.0
package com.example.stop;

import dev.longrun.OperationsClient;
import dev.longrun.filestore.v1.Filestore;

/** Cancels operations of Filestore in one project. */
public final class Stopper {
    private final OperationsClient client;

    public Stopper(OperationsClient client) {
        this.client = client;
    }

    /** Returns what became of it, in a line of text. */
    public String operation(String id) {
        var name = Filestore.project("acme").location("us-central1").operation(id);
        return client.canceller().cancel(name).describe();
    }
}
