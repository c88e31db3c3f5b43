package dev.lexlab.site.scan;

import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.yaml.Yaml;
import dev.lexlab.lab.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code attributes:} in {@code site.yml} gives to every page in AsciiDoc: entries that stand before its own lines. What is wrong
 * with them is told where the file is read as a whole.
 */
final class SiteAttributes {
    private SiteAttributes() {}

    static List<SourceText.Line> lines(Optional<TextFile> siteYml) {
        List<SourceText.Line> lines = new ArrayList<>();
        siteYml.flatMap(file -> Yaml.read(file.name(), file.text(), 0, new Problems()))
                .flatMap(yaml -> yaml.map("attributes"))
                .ifPresent(map -> map.keys().forEach(name -> add(lines, map, name)));
        return lines;
    }

    private static void add(List<SourceText.Line> lines, YamlMap map, String name) {
        String value = map.optionalText(name).orElse("").strip();
        if (value.indexOf('\n') < 0) {
            lines.add(new SourceText.Line(
                    (":" + name + ": " + value).strip(),
                    map.place(name).file(),
                    map.place(name).line()));
        }
    }
}
