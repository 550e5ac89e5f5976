// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.OperationPage;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationParent;
import java.util.Arrays;
import java.util.Iterator;

/**
 * The pages of one parent's list. Over many locations it asks for what can be reached (AIP-217); a service that does
 * not know the parameter is asked again without it.
 */
final class PartialSuccessPages implements Iterator<OperationPage> {
    private static final int PAGE_SIZE = 500;

    private final Operations operations;
    private final ListRequest request;
    private Iterator<OperationPage> pages;
    private boolean begun;

    PartialSuccessPages(Operations operations, OperationParent parent, String filter) {
        this.operations = operations;
        this.request = ListRequest.of(parent)
                .withFilter(filter)
                .withPageSize(PAGE_SIZE)
                .withPartialSuccess(isOverMany(parent));
        this.pages = operations.pages(request).iterator();
    }

    private static boolean isOverMany(OperationParent parent) {
        return Arrays.asList(parent.value().split("/")).contains("-");
    }

    @Override
    public boolean hasNext() {
        return pages.hasNext();
    }

    @Override
    public OperationPage next() {
        try {
            OperationPage page = pages.next();
            begun = true;
            return page;
        } catch (ApiException refusal) {
            if (begun || !request.partialSuccess() || refusal.status().code() != Code.INVALID_ARGUMENT) {
                throw refusal;
            }
            pages = operations.pages(request.withPartialSuccess(false)).iterator();
            begun = true;
            return pages.next();
        }
    }
}
