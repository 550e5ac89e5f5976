// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import java.io.Serializable;
import java.util.List;

/** Where to read on, or to put the matter right by hand. */
public record Help(List<Link> links) implements StatusDetail {
    public Help {
        links = List.copyOf(links);
    }

    /** A page and what it offers; the URL is as the server sent it and is not checked. */
    public record Link(String description, String url) implements Serializable {}
}
