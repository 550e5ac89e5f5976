// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.text.SafeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines of one service in a table; only the service's names are parsed yet.
 *
 * @param lines the first has the service's name
 */
record TableBlock(String service, List<Line> lines) {
    static final String SERVICE = "service";
    static final String ALIASES = "aliases";
    static final String PREFERRED = "preferred";
    private static final Pattern NEW_LINE = Pattern.compile("\r\n?|\n");
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern HOST = Pattern.compile("(?=.{1,253}$)" + LABEL + "(\\." + LABEL + ")*");

    static Map<String, TableBlock> split(String source, String text) {
        List<Line> lines = lines(source, text);
        if (!lines.isEmpty() && !lines.get(0).begins(SERVICE)) {
            throw lines.get(0).error("a table must begin with a service; got " + SafeText.quoted(lines.get(0).text));
        }
        Map<String, TableBlock> blocks = new HashMap<>();
        int start = 0;
        for (int end = 1; end <= lines.size(); end++) {
            if (end == lines.size() || lines.get(end).begins(SERVICE)) {
                put(blocks, List.copyOf(lines.subList(start, end)));
                start = end;
            }
        }
        return blocks;
    }

    private static void put(Map<String, TableBlock> blocks, List<Line> lines) {
        Line first = lines.get(0);
        if (first.words().size() != 2) {
            throw first.error("service takes one name; got " + SafeText.quoted(first.text));
        }
        String service = first.words().get(1);
        if (!HOST.matcher(service).matches()) {
            throw first.error("a service is called like its host, lab.example.com, in lower case and without a port;"
                    + " endpoint rows name other hosts; got " + SafeText.quoted(service));
        }
        TableBlock block = new TableBlock(service, lines);
        block.checkAliases();
        if (blocks.put(service, block) != null) {
            throw first.error("service \"%s\" is there twice; add versions to its first block".formatted(service));
        }
    }

    private void checkAliases() {
        for (Line line : lines) {
            for (String alias : line.after(ALIASES)) {
                if (!HOST.matcher(alias).matches()) {
                    throw line.error("an alias is lower-case letters, digits and inner hyphens, such as lab; got "
                            + SafeText.quoted(alias));
                }
            }
        }
    }

    List<String> shortNames() {
        List<String> names = new ArrayList<>(List.of(ServiceDefinition.shortName(service)));
        for (Line line : lines) {
            names.addAll(line.after(ALIASES));
        }
        return List.copyOf(names);
    }

    /** The version to use unasked, where it is not the newest stable one. */
    Optional<String> preferred() {
        for (Line line : lines) {
            if (line.begins(PREFERRED)) {
                return Optional.of(line.words().get(line.words().size() - 1));
            }
        }
        return Optional.empty();
    }

    private static List<Line> lines(String source, String text) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : NEW_LINE.split(text, -1)) {
            number++;
            int comment = line.indexOf('#');
            String content = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!content.isEmpty()) {
                lines.add(new Line(source, number, content));
            }
        }
        return lines;
    }

    /** A line with content, without its comment and surrounding space. */
    record Line(String source, int number, String text) {
        private static final Pattern SPACE = Pattern.compile("\\s+");

        List<String> words() {
            return List.of(SPACE.split(text));
        }

        boolean begins(String keyword) {
            return text.startsWith(keyword)
                    && (text.length() == keyword.length() || Character.isWhitespace(text.charAt(keyword.length())));
        }

        /** The words after this keyword; none in a line that begins with another. */
        List<String> after(String keyword) {
            List<String> words = begins(keyword) ? words() : List.of();
            return words.subList(Math.min(1, words.size()), words.size());
        }

        IllegalArgumentException error(String message) {
            return new IllegalArgumentException(SafeText.of("%s:%s: %s".formatted(source, number, message)));
        }
    }
}
