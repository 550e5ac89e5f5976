// SPDX-License-Identifier: Apache-2.0
package dev.longrun.kotlin

import java.lang.module.Configuration
import java.lang.module.ModuleFinder
import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class ModuleDescriptorTest {

    @Test
    fun resolvesWithTheModulesOfItsLibraries() {
        val finder = ModuleFinder.of(*modules())
        val resolved =
            Configuration.resolve(
                finder,
                listOf(ModuleLayer.boot().configuration()),
                ModuleFinder.of(),
                listOf("dev.longrun.kotlin"),
            )
        assertThat(resolved.modules().map { it.name() })
            .contains("dev.longrun.kotlin", "dev.longrun.core", "kotlin.stdlib", "kotlinx.coroutines.core")
    }

    /** What a program has on its module path: the class path of these tests, without the libraries of tests. */
    private fun modules(): Array<Path> {
        val paths = System.getProperty("java.class.path").split(java.io.File.pathSeparator).map(Path::of)
        return paths
            .filter { path -> !path.endsWith("test-classes") && TEST_LIBRARIES.none { it in path.toString() } }
            .toTypedArray()
    }

    private companion object {
        val TEST_LIBRARIES = listOf("junit", "assertj", "coroutines-test", "opentest4j", "apiguardian", "byte-buddy")
    }
}
