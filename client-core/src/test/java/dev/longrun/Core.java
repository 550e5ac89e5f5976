// SPDX-License-Identifier: Apache-2.0
package dev.longrun;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The compiled core, as the architecture tests see it. */
final class Core {
    static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dev.longrun");

    private Core() {}

    static Set<String> packages() {
        return packagesOf(CLASSES.stream());
    }

    static Set<String> packagesWithPublicTypes() {
        return packagesOf(CLASSES.stream().filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)));
    }

    /** True for a type of the root package or of a package that has a layer. */
    static boolean isLayered(JavaClass type) {
        String name = type.getPackageName();
        return name.equals("dev.longrun") || LayersTest.PACKAGES.contains(name);
    }

    private static Set<String> packagesOf(Stream<JavaClass> types) {
        return types.map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
    }
}
