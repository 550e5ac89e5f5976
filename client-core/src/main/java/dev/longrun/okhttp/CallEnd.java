// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.EventListener;

/** Ends a wait within a call when the call times out or is cancelled. */
final class CallEnd {
    private CallEnd() {}

    /** Cancels {@code wait} when the call times out or is cancelled, also if it was before. */
    static void cancels(CompletableFuture<?> wait, Call call) {
        if (wait.isDone()) {
            return;
        }
        call.addEventListener(new EventListener() {
            @Override
            public void canceled(Call cancelled) {
                wait.cancel(false);
            }
        });
        if (call.isCanceled()) {
            wait.cancel(false);
        }
    }
}
