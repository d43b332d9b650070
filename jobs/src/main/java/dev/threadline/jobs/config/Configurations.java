package dev.threadline.jobs.config;

import dev.threadline.ingestion.UserError;
import dev.threadline.jobs.yaml.Section;
import dev.threadline.jobs.yaml.YamlFile;
import java.nio.file.Path;

/** Reads {@code threadline.yml}. */
public final class Configurations {

    /** The name of the file that is picked up where none is named. */
    public static final String FILE_NAME = "threadline.yml";

    private static final String GUIDE = "docs/configuration.md";

    private Configurations() {}

    /**
     * The settings that a file leads to.
     *
     * @throws UserError if there is no such file, or with all of its mistakes
     */
    public static Configuration read(Path file) {
        return YamlFile.at(file, GUIDE, ConfigurationErrors::missingFile).read(Configurations::configuration);
    }

    /**
     * The settings that a file's text leads to.
     *
     * @param origin what to call the file in messages
     * @throws UserError with all mistakes of the text
     */
    public static Configuration parse(String text, String origin) {
        return new YamlFile(text, origin, GUIDE).read(Configurations::configuration);
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
        return configuration;
    }
}
