package dev.threadline.jobs.config;

import dev.threadline.ingestion.UserError;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code threadline.yml}. */
public final class Configurations {

    /** The name of the file that is picked up where none is named. */
    public static final String FILE_NAME = "threadline.yml";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Configurations() {}

    /**
     * The settings that a file leads to.
     *
     * @throws UserError if there is no such file, or with all of its mistakes
     */
    public static Configuration read(Path file) {
        return parse(textOf(file), file.toString());
    }

    /**
     * The settings that a file's text leads to.
     *
     * @param origin what to call the file in messages
     * @throws UserError with all mistakes of the text
     */
    public static Configuration parse(String text, String origin) {
        Problems problems = new Problems();
        Section top = Section.top(compose(text, problems), problems);
        problems.refuse(origin);
        Configuration configuration = configuration(top);
        problems.refuse(origin);
        return configuration;
    }

    private static Configuration configuration(Section top) {
        Section dashboard = top.section("dashboard");
        Configuration configuration = new Configuration(
                top.value("warehouse", Defaults.WAREHOUSE, Values::text),
                top.value("report-zone", Defaults.REPORT_ZONE, Values::zone),
                top.value("policy", Defaults.POLICY, Values::policy),
                top.value("give-up", Defaults.GIVE_UP, Durations::parse),
                top.value("attention-cap", Defaults.ATTENTION_CAP, Durations::parsePositive),
                top.value("sync-switch", Defaults.SYNC_SWITCH, Durations::parsePositive),
                top.value("episode-gap", Defaults.EPISODE_GAP, Durations::parsePositive),
                top.value("max-rejects", Defaults.MAX_REJECTS, Values::share),
                ChannelsReader.read(top.section("channels")),
                SchedulesReader.read(top.section("schedules")),
                new DashboardSettings(dashboard.value("show-text", Defaults.DASHBOARD.showText(), Values::truth)));
        dashboard.refuseUnknownKeys();
        top.refuseUnknownKeys();
        return configuration;
    }

    private static @Nullable Node compose(String text, Problems problems) {
        String withoutMark = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try {
            return new Yaml(new LoaderOptions()).compose(new StringReader(withoutMark));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(line, "", ConfigurationErrors.notYaml(e.getProblem()));
        } catch (YAMLException e) {
            problems.add(1, "", ConfigurationErrors.notYaml(String.valueOf(e.getMessage())));
        }
        return null;
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw ConfigurationErrors.missingFile(file);
        } catch (CharacterCodingException e) {
            throw ConfigurationErrors.notUtf8(file);
        } catch (IOException e) {
            throw ConfigurationErrors.unreadableFile(file, e);
        }
    }
}
