// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.demo;

import java.util.List;

/** The lines that say how to try a fake server with curl. */
public final class FakeServerHelp {
    private static final String NAME = "projects/p/locations/l/operations/cancels-2000-a";

    private FakeServerHelp() {}

    public static List<String> lines(String url) {
        return List.of(
                "lro: fake Operations server of every known service; Ctrl-C ends it. Try:",
                "  curl " + url + "/v1/" + NAME,
                "  curl -X POST " + url + "/v1/" + NAME + ":cancel",
                "  lro cancel " + NAME + " --endpoint " + url,
                "An operation's id says how it ends: cancels-500-x is cancelled 500 ms after a cancel; so are completes-500-x,",
                "fails-500-x, noresult-500-x; refuses-x, unsupported-x, stuck-x; done-x; runs-500-x ends without a cancel.");
    }
}
