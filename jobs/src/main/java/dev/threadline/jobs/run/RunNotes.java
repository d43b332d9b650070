package dev.threadline.jobs.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a run while it goes on; steps may be noted from several threads. */
public final class RunNotes {

    private final String runId;
    private final String command;
    private final Instant startedAt;
    private final List<RunReport.Step> steps = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Object> counts = new LinkedHashMap<>();
    private Instant lastStepAt;
    private Intake intake = Intake.NONE;
    private Build build = Build.NONE;
    private @Nullable Instant asOf;
    private @Nullable Long publicationId;

    public RunNotes(String runId, String command, Instant startedAt) {
        this.runId = runId;
        this.command = command;
        this.startedAt = startedAt;
        this.lastStepAt = startedAt;
    }

    /**
     * What ingestion did in it.
     *
     * @param read records read, {@code accepted + duplicates + rejected}
     */
    public record Intake(int files, long read, long accepted, long duplicates, long rejected) {

        static final Intake NONE = new Intake(0, 0, 0, 0, 0);
    }

    /**
     * What a build did in it.
     *
     * @param audit what both sides of each law came to
     */
    public record Build(Map<String, Long> rowsAdded, Map<String, Long> rowsRemoved, Map<String, Long> audit) {

        static final Build NONE = new Build(Map.of(), Map.of(), Map.of());
    }

    public String runId() {
        return runId;
    }

    public String command() {
        return command;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** A step is done; of steps side by side, each took the time since the one that was done before it. */
    public synchronized void step(String what, Instant doneAt) {
        steps.add(new RunReport.Step(what, Duration.between(lastStepAt, doneAt)));
        lastStepAt = doneAt;
    }

    /** Something that the user should know although it stopped nothing. */
    public synchronized void warning(String warning) {
        warnings.add(warning);
    }

    /** A number to report under this name, or several by name. */
    public synchronized void count(String name, Object count) {
        counts.put(name, count);
    }

    /** What was taken in, as soon as that is known: it counts even if a later step fails. */
    public synchronized void intake(Intake taken) {
        intake = taken;
        counts.put("files", taken.files());
        counts.put("read", taken.read());
        counts.put("accepted", taken.accepted());
        counts.put("duplicates", taken.duplicates());
        counts.put("rejected", taken.rejected());
    }

    /** What was built and audited. */
    public synchronized void build(Build done) {
        build = done;
        counts.put("rows_added", done.rowsAdded());
        counts.put("rows_removed", done.rowsRemoved());
        counts.put("audit", done.audit());
    }

    /** The publication that readers see after the run. */
    public synchronized void publication(long number, Instant dataUpTo) {
        publicationId = number;
        asOf = dataUpTo;
    }

    /** The row of {@code runs}. */
    public synchronized Run run(Run.State state, Instant finishedAt, @Nullable String error, String version) {
        return new Run(
                runId,
                command,
                state,
                startedAt.toEpochMilli(),
                finishedAt.toEpochMilli(),
                intake.files(),
                intake.read(),
                intake.accepted(),
                intake.duplicates(),
                intake.rejected(),
                publicationId,
                error,
                version,
                build.rowsAdded(),
                build.rowsRemoved(),
                build.audit());
    }

    /**
     * The report.
     *
     * @param warehouse where it ran, null where the configuration could not be read
     * @param versions of whatever made the numbers, by name
     */
    public synchronized RunReport report(
            RunReport.Ending ending, @Nullable String warehouse, Map<String, String> versions) {
        return new RunReport(
                runId,
                command,
                ending,
                startedAt,
                warehouse,
                versions,
                asOf,
                publicationId,
                new LinkedHashMap<>(counts),
                List.copyOf(steps),
                List.copyOf(warnings));
    }
}
