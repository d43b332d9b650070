package dev.threadline.dashboard.config;

import java.io.StringReader;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;

/** A configuration as it is written. */
public final class YamlText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private YamlText() {}

    /**
     * The map of the whole text.
     *
     * @param problems gets the mistakes, also those that are found when sections are read
     */
    public static Section parse(String text, List<String> problems) {
        String withoutMark = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try {
            return Section.top(new Yaml(new LoaderOptions()).compose(new StringReader(withoutMark)), problems);
        } catch (YAMLException malformed) {
            problems.add("this is not YAML: " + malformed.getMessage());
            return Section.top(null, problems);
        }
    }
}
