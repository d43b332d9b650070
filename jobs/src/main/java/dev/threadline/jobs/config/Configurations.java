package dev.threadline.jobs.config;

import dev.threadline.ingestion.UserError;
import dev.threadline.jobs.boundary.model.BoundaryModels;
import dev.threadline.jobs.yaml.Section;
import dev.threadline.jobs.yaml.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
        YamlFile yaml = YamlFile.at(file, GUIDE, ConfigurationErrors::missingFile);
        return yaml.read(top -> configuration(top, file::resolveSibling));
    }

    /**
     * The settings of a command: those of the file it is given, else of {@value #FILE_NAME} in the current folder if there is
     * one, else the defaults.
     *
     * @throws UserError as {@link #read}
     */
    public static Configuration of(@Nullable Path given) {
        Path file = given == null ? Path.of(FILE_NAME) : given;
        return given == null && !Files.exists(file) ? Configuration.defaults() : read(file);
    }

    /**
     * The settings that a file's text leads to; files it names are looked for in the current folder.
     *
     * @param origin what to call the file in messages
     * @throws UserError with all mistakes of the text
     */
    public static Configuration parse(String text, String origin) {
        return new YamlFile(text, origin, GUIDE).read(top -> configuration(top, Path::of));
    }

    private static Configuration configuration(Section top, Function<String, Path> files) {
        Section dashboard = top.section("dashboard");
        Configuration configuration = new Configuration(
                top.value("warehouse", Defaults.WAREHOUSE, Values::text),
                StorageReader.read(top.section("storage")),
                top.value("report-zone", Defaults.REPORT_ZONE, Values::zone),
                inference(top, files),
                top.value("give-up", Defaults.GIVE_UP, Durations::parse),
                top.value("attention-cap", Defaults.ATTENTION_CAP, Durations::parsePositive),
                top.value("sync-switch", Defaults.SYNC_SWITCH, Durations::parsePositive),
                top.value("episode-gap", Defaults.EPISODE_GAP, Durations::parsePositive),
                top.value("max-rejects", Defaults.MAX_REJECTS, Values::share),
                ChannelsReader.read(top.section("channels")),
                SchedulesReader.read(top.section("schedules")),
                retention(top),
                TargetsReader.read(top.section("targets")),
                new DashboardSettings(dashboard.value("show-text", Defaults.DASHBOARD.showText(), Values::truth)));
        dashboard.leave(DashboardSettings.READ_BY_THE_DASHBOARD);
        dashboard.refuseUnknownKeys();
        return configuration;
    }

    private static Retention retention(Section top) {
        return new Retention(
                top.value("retain-publications", Defaults.RETENTION.publications(), Durations::parse),
                top.value("text-retention", Optional.<Duration>empty(), Values::lengthOrForEver)
                        .orElse(null));
    }

    private static Inference inference(Section top, Function<String, Path> files) {
        String file = top.value("policy-file", "", Values::text);
        return new Inference(
                top.value("policy", Defaults.POLICY, Values::policy),
                file.isEmpty() ? null : file,
                file.isEmpty() ? BoundaryModels.shipped() : BoundaryModels.read(files.apply(file)),
                top.value("max-gap", Optional.<Duration>empty(), Values::silence)
                        .orElse(null));
    }
}
