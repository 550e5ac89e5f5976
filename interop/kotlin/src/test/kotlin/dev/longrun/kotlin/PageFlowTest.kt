// SPDX-License-Identifier: Apache-2.0
package dev.longrun.kotlin

import dev.longrun.operation.ListRequest
import dev.longrun.service.ApiMethod
import java.util.concurrent.TimeUnit
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.test.runTest
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout

@Timeout(60, unit = TimeUnit.SECONDS)
class PageFlowTest {
    private val filestore = FakeFilestore()
    private val request = ListRequest.of(FakeFilestore.LOCATION.operations()).withPageSize(2)

    init {
        repeat(5) { filestore.server.operation(filestore.name("o$it").value()).neverEnds() }
    }

    @AfterEach fun close() = filestore.close()

    @Test
    fun pagesFollowEachOther() = runTest {
        assertThat(filestore.operations.pages(request).toList().map { it.size() }).containsExactly(2, 2, 1)
        assertThat(filestore.operations.operations(request).toList()).hasSize(5)
    }

    @Test
    fun aPageIsFetchedOnlyWhenItIsWanted() = runTest {
        assertThat(filestore.operations.pages(request).take(1).toList()).hasSize(1)
        assertThat(filestore.operations.operations(request).take(3).toList()).hasSize(3)
        assertThat(filestore.requests(ApiMethod.LIST)).isEqualTo(1 + 2)
    }
}
