// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A call of Maven in a document: its modules and profiles exist. */
final class MavenCommand {
    private MavenCommand() {}

    static List<String> problems(List<String> words) {
        String poms = Stream.concat(
                        Stream.of(Path.of("pom.xml")),
                        Stream.of("fuzz", "client-core").map(module -> Path.of(module, "pom.xml")))
                .map(DocumentFiles::read)
                .collect(Collectors.joining());
        Stream<String> modules = IntStream.range(1, words.size())
                .filter(i -> words.get(i - 1).equals("-pl"))
                .mapToObj(words::get)
                .flatMap(list -> Stream.of(list.split(",")))
                .filter(module -> !DocumentFiles.exists(module + "/pom.xml"))
                .map(module -> "there is no module " + module);
        Stream<String> profiles = words.stream()
                .filter(word -> word.startsWith("-P"))
                .map(word -> word.substring(2))
                .filter(profile -> !poms.contains("<id>" + profile + "</id>"))
                .map(profile -> "there is no profile " + profile);
        return Stream.concat(modules, profiles).toList();
    }
}
