package dev.threadline.jobs.cli.session;

import dev.threadline.ingestion.intake.IngestReport;
import dev.threadline.ingestion.message.RejectReasons;
import dev.threadline.ingestion.warehouse.Vacuum;
import dev.threadline.jobs.erasure.Receipt;
import dev.threadline.jobs.gold.GoldLabels;
import dev.threadline.jobs.maintenance.MaintainJob;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publish.PublishJob;
import dev.threadline.jobs.rebuild.Comparison;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.io.FileUtils;

/** What a run says to the person who started it. */
public final class Console {

    private final PrintStream out;
    private final Instant startedAt;

    Console(Instant startedAt) {
        this(startedAt, System.out);
    }

    /**
     * Tells of progress elsewhere, where the standard output is for the result.
     *
     * @param startedAt what the seconds before a step are counted from
     */
    public Console(Instant startedAt, PrintStream out) {
        this.startedAt = startedAt;
        this.out = out;
    }

    /** A step of a longer work is done. */
    public synchronized void step(String what) {
        double seconds = Duration.between(startedAt, Instant.now()).toMillis() / 1000.0;
        out.printf(Locale.ROOT, "%7.1f s  %s%n", seconds, what);
    }

    /** What ingestion did: notes, numbers of files and records, and what was refused by reason. */
    public void ingested(IngestReport report) {
        report.notes().forEach(note -> out.println("note: " + note));
        step(String.format(
                Locale.ROOT,
                "%,d files · read %,d · accepted %,d · duplicates %,d · rejected %,d",
                report.filesTaken(),
                report.read(),
                report.accepted(),
                report.duplicates(),
                report.rejected()));
        if (report.filesUnchanged() > 0) {
            out.printf(
                    Locale.ROOT,
                    "           %,d files unchanged since they were taken in; --again takes them in again%n",
                    report.filesUnchanged());
        }
        rejected(report);
    }

    /**
     * Labels that say nothing, as their messages are not in the log.
     *
     * @param unmatched how many of the labels; nothing is said of 0
     */
    public void unmatched(GoldLabels labels, long unmatched) {
        if (unmatched > 0) {
            out.printf(
                    Locale.ROOT,
                    "note: %,d of %,d labels belong to no message of the log and were passed over%n",
                    unmatched,
                    labels.size());
        }
    }

    void readmitted(IngestReport report) {
        report.notes().forEach(note -> out.println("note: " + note));
        step(
                report.read() == 0
                        ? "nothing to try again"
                        : String.format(
                                Locale.ROOT,
                                "tried %,d refused records again · accepted %,d · duplicates %,d · rejected %,d",
                                report.read(),
                                report.accepted(),
                                report.duplicates(),
                                report.rejected()));
        rejected(report);
        if (report.accepted() > 0) {
            out.println("           they are in messages; publish the tables with them by ./threadline build");
        }
    }

    private void rejected(IngestReport report) {
        report.rejectedByReason()
                .forEach((reason, records) ->
                        line("rejected %,d as %s: %s", records, reason, RejectReasons.meaning(reason)));
    }

    void rolledBack(Publication published) {
        step(String.format(
                Locale.ROOT,
                "published %d: the tables as of %s again, %,d conversations",
                published.publicationId(),
                Instant.ofEpochMilli(published.asOf()),
                published.conversations()));
        line("they stay until a run has something new, or ./threadline build --full publishes all again");
    }

    void compared(Comparison comparison) {
        ComparisonText.lines(comparison).forEach(text -> line("%s", text));
    }

    void published(PublishJob.Result result, String warehouse) {
        Publication publication = result.publication();
        if (result.fresh()) {
            step(String.format(
                    Locale.ROOT,
                    "published %d: %,d conversations from %,d records as of %s",
                    publication.publicationId(),
                    publication.conversations(),
                    publication.messages(),
                    Instant.ofEpochMilli(publication.asOf())));
        } else {
            step(String.format(Locale.ROOT, "nothing new since publication %d; it stays", publication.publicationId()));
        }
        out.println("           in " + warehouse + "; look at it with ./threadline serve");
    }

    void maintained(MaintainJob.Done done) {
        line("removed %,d texts", done.texts());
        line(
                "joined small files: %,d became %,d",
                done.joined().filesBefore(), done.joined().filesAfter());
        done.published()
                .ifPresent(publication -> line(
                        "published %d: the same tables from the files as they are now", publication.publicationId()));
        if (!done.retired().isEmpty()) {
            line("retired publications %s: their numbers cannot be asked any more", joined(done.retired()));
        }
        freed(done.freed());
    }

    void forgot(Receipt receipt, Path file) {
        line(
                "forgot %,d customers: %,d messages, %,d refused records, %,d former ids of conversations",
                receipt.customers().size(), receipt.messages(), receipt.rejects(), receipt.aliases());
        if (receipt.unknown() > 0) {
            line("%,d of the ids are in no message: compare them with customer_id in messages", receipt.unknown());
        }
        if (receipt.showsMore()) {
            line("readers saw tables without all messages (a rollback, or records not built yet) and see them all now");
        }
        if (!receipt.reduced().isEmpty()) {
            line("publications %s have only their aggregates now", joined(receipt.reduced()));
        }
        if (receipt.numbersUnchanged() != null) {
            line(
                    receipt.numbersUnchanged()
                            ? "no number changed"
                            : "numbers changed where two threads share an instant");
        }
        freed(receipt.freed());
        line("receipt: %s", file);
    }

    private void freed(Vacuum.Freed freed) {
        line(
                "deleted %,d of %,d data files, %s of %s",
                freed.files(), freed.filesBefore(), bytes(freed.bytes()), bytes(freed.bytesBefore()));
        if (freed.unfinished() > 0) {
            line("left %,d files that no table holds yet: a run may be at work on them", freed.unfinished());
        }
    }

    private void line(String format, Object... values) {
        out.printf(Locale.ROOT, "           " + format + "%n", values);
    }

    private static String joined(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String bytes(long bytes) {
        return FileUtils.byteCountToDisplaySize(bytes);
    }
}
