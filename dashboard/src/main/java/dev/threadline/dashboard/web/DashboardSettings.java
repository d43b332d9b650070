package dev.threadline.dashboard.web;

import dev.threadline.dashboard.access.Access;
import dev.threadline.dashboard.access.AccessSettings;
import dev.threadline.dashboard.access.ExportLog;
import dev.threadline.dashboard.alert.AlertStatus;
import dev.threadline.dashboard.web.question.Targets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a dashboard is served.
 *
 * @param showText whether timelines show leads what was written, not only who wrote when
 * @param targets when a first response is in time
 * @param exports who took away what
 * @param alerts how the alerts of the configuration stand
 */
public record DashboardSettings(
        Access access,
        boolean showText,
        Targets targets,
        ExportLog exports,
        Supplier<List<AlertStatus>> alerts,
        InstantSource time) {

    /** For whoever sits at this machine, without text. */
    public static DashboardSettings local() {
        InstantSource time = InstantSource.system();
        return new DashboardSettings(
                new Access(AccessSettings.OPEN, time),
                false,
                Targets.STANDARDS,
                new ExportLog(time, Optional.empty()),
                List::of,
                time);
    }
}
