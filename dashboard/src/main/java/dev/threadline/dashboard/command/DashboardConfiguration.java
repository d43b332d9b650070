package dev.threadline.dashboard.command;

import dev.threadline.dashboard.access.AccessSettings;
import dev.threadline.dashboard.alert.AlertSettings;
import dev.threadline.dashboard.config.Section;
import dev.threadline.dashboard.config.YamlText;
import dev.threadline.dashboard.error.DashboardErrors;
import dev.threadline.dashboard.storage.CacheSettings;
import dev.threadline.dashboard.storage.StorageSettings;
import dev.threadline.dashboard.web.question.Targets;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of {@code threadline.yml} that the dashboard reads; the others belong to the jobs, and what they decided is
 * in the publication.
 *
 * @param storage where the tables are
 * @param showText whether timelines show leads what was written, not only who wrote when
 * @param targets when a first response is in time
 * @param access who may use the dashboard
 * @param exportLog the file that says who took away what; without it the server's log does
 * @param alerts what is told of at each publication
 */
record DashboardConfiguration(
        StorageSettings storage,
        boolean showText,
        Targets targets,
        AccessSettings access,
        Optional<Path> exportLog,
        AlertSettings alerts) {

    static final Path DEFAULT_FILE = Path.of("threadline.yml");

    /** Keys that say how the tables are made: the jobs check what they hold, and the publication says what came of it. */
    private static final List<String> READ_BY_THE_JOBS = List.of(
            "attention-cap",
            "channels",
            "episode-gap",
            "give-up",
            "max-gap",
            "max-rejects",
            "policy",
            "policy-file",
            "report-zone",
            "retain-publications",
            "schedules",
            "sync-switch",
            "text-retention");

    /** Reads the file, or {@code ./threadline.yml} where it is not given and exists. */
    static DashboardConfiguration read(@Nullable Path given) {
        if (given == null && !Files.exists(DEFAULT_FILE)) {
            return new DashboardConfiguration(
                    StorageSettings.standard(),
                    false,
                    Targets.STANDARDS,
                    AccessSettings.OPEN,
                    Optional.empty(),
                    AlertSettings.NONE);
        }
        Path file = given == null ? DEFAULT_FILE : given;
        try {
            return of(file, Files.readString(file));
        } catch (CharacterCodingException notText) {
            throw DashboardErrors.configuration(file, "it is not encoded in UTF-8; save it as UTF-8");
        } catch (IOException unreadable) {
            throw DashboardErrors.configuration(file, "it cannot be read (" + unreadable + ")");
        }
    }

    private static DashboardConfiguration of(Path file, String text) {
        List<String> problems = new ArrayList<>();
        Section top = YamlText.parse(text, problems);
        Targets targets = TargetsReader.read(top.section("targets"));
        Section dashboard = top.section("dashboard");
        StorageSettings storage = StorageSettings.read(top, CacheSettings.read(dashboard));
        boolean showText = dashboard.truth("show-text", false);
        AccessSettings access = AccessSettings.read(dashboard);
        Optional<Path> exportLog = dashboard.text("export-log", Path::of);
        AlertSettings alerts = AlertSettings.read(dashboard);
        dashboard.refuseUnknownKeys();
        top.leave(READ_BY_THE_JOBS);
        top.refuseUnknownKeys();
        if (!problems.isEmpty()) {
            throw DashboardErrors.configuration(file, problems);
        }
        return new DashboardConfiguration(storage, showText, targets, access, exportLog, alerts);
    }

    DashboardConfiguration with(StorageSettings other) {
        return new DashboardConfiguration(other, showText, targets, access, exportLog, alerts);
    }
}
