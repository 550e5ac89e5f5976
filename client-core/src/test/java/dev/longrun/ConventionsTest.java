// SPDX-License-Identifier: Apache-2.0
package dev.longrun;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.longrun.error.LongrunException;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConventionsTest {
    private static final Set<String> CLOCKS_AND_SLEEPS = Set.of(
            "java.lang.Object.wait",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.Thread.sleep",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.systemUTC",
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.util.Date.<init>",
            "java.util.Timer.<init>",
            "java.util.concurrent.CompletableFuture.completeOnTimeout",
            "java.util.concurrent.CompletableFuture.delayedExecutor",
            "java.util.concurrent.CompletableFuture.orTimeout",
            "java.util.concurrent.Executors.newScheduledThreadPool",
            "java.util.concurrent.Executors.newSingleThreadScheduledExecutor",
            "java.util.concurrent.ScheduledThreadPoolExecutor.<init>",
            "java.util.concurrent.TimeUnit.sleep",
            "java.util.concurrent.locks.LockSupport.parkNanos",
            "java.util.concurrent.locks.LockSupport.parkUntil");

    @Test
    void onlyTimeReadsAClockOrSleeps() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.longrun.time")
                .should()
                .accessTargetWhere(aClockIsReadOrAThreadSleeps())
                .because("time is a parameter: take a dev.longrun.time.TimeSource")
                .check(Core.CLASSES);
    }

    @Test
    void onlyJsonAndWireImportJackson() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.longrun.json", "dev.longrun.wire")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(Core.CLASSES);
    }

    @Test
    void noPackageIsNamedUtilOrImpl() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..impl..", "..internal..", "..common..", "..helper..")
                .because("what users do not need is package-private, beside what they need")
                .check(Core.CLASSES);
    }

    /** Public types of these are for other packages of the module. */
    private static final Set<String> WIRING = Set.of(
            "dev.longrun.observe",
            "dev.longrun.binding",
            "dev.longrun.endpoint",
            "dev.longrun.googleauth",
            "dev.longrun.okhttp",
            "dev.longrun.rpc",
            "dev.longrun.text",
            "dev.longrun.wire");

    @Test
    void theModuleExportsEveryPackageWithPublicTypesButTheWiring() throws URISyntaxException {
        var classes =
                LongrunException.class.getProtectionDomain().getCodeSource().getLocation();
        var module = ModuleFinder.of(Path.of(classes.toURI()))
                .find("dev.longrun.core")
                .orElseThrow();
        assertThat(module.descriptor().exports())
                .as("exports in module-info.java")
                .filteredOn(exports -> !exports.isQualified())
                .extracting(Exports::source)
                .containsExactlyInAnyOrderElementsOf(Core.packagesWithPublicTypes().stream()
                        .filter(name -> !WIRING.contains(name))
                        .toList());
    }

    private static DescribedPredicate<JavaAccess<?>> aClockIsReadOrAThreadSleeps() {
        return describe("a clock is read or a thread sleeps", access -> {
            JavaClass owner = access.getTargetOwner();
            return CLOCKS_AND_SLEEPS.contains(
                    owner.getName() + "." + access.getTarget().getName());
        });
    }
}
