// SPDX-License-Identifier: Apache-2.0
package dev.longrun;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Arrays.asList;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Imports go down only. A row is a package and all of ours that it may import; no package imports the root package. */
class LayersTest {
    private static final String ROOT = "dev.longrun";

    private static final Map<String, Set<String>> MAY_IMPORT = rows("""
            text      :
            error     : text
            time      :
            name      : text
            http      : error time text
            auth      :
            okhttp    : error http
            googleauth: error time http okhttp auth text
            json      : error text
            wire      : error text json
            binding   : name http text
            service   : error name http json text binding
            endpoint  : error name http text service
            call      : error time http service
            rpc       : error time name http auth text json wire binding service call
            location  : error http name json text binding service endpoint call rpc
            operation : error name http text json wire binding service endpoint call rpc
            observe   : time service call rpc operation
            watch     : error json time service call rpc operation observe
            cancel    : error json text time binding service call wire rpc operation observe watch
            journal   : error json text wire time service rpc operation cancel
            sweep     : error name json text service location operation
            """);

    static final Set<String> PACKAGES = MAY_IMPORT.keySet();

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void importsGoDownOnly(String name) {
        classes()
                .that()
                .resideInAPackage(name)
                .should()
                .onlyDependOnClassesThat(areNotOursOrMayBeImportedBy(name))
                .allowEmptyShould(true)
                .check(Core.CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.longrun.(*)").should().beFreeOfCycles().check(Core.CLASSES);
    }

    @Test
    void everyPackageButTheRootHasALayer() {
        assertThat(Core.packages())
                .as("a new package needs a row in LayersTest")
                .filteredOn(name -> !name.equals(ROOT))
                .isSubsetOf(PACKAGES);
    }

    private static DescribedPredicate<JavaClass> areNotOursOrMayBeImportedBy(String name) {
        return describe(
                "are not ours or in " + MAY_IMPORT.get(name),
                type -> !type.getPackageName().startsWith(ROOT)
                        || type.getPackageName().equals(name)
                        || MAY_IMPORT.get(name).contains(type.getPackageName()));
    }

    private static Map<String, Set<String>> rows(String table) {
        return table.lines()
                .map(row -> row.replaceAll("\\w+", ROOT + ".$0").split("[ :]+"))
                .collect(toMap(row -> row[0], row -> Set.copyOf(asList(row).subList(1, row.length))));
    }
}
