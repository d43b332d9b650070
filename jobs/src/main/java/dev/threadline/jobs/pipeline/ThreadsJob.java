package dev.threadline.jobs.pipeline;

import dev.threadline.ingestion.warehouse.DataFiles;
import dev.threadline.jobs.conversation.Repeat;
import dev.threadline.jobs.pipeline.fact.Finding;
import dev.threadline.jobs.pipeline.shuffle.Groups;
import dev.threadline.jobs.pipeline.shuffle.Sliced;
import dev.threadline.jobs.walk.CompletedConversation;
import dev.threadline.jobs.walk.Completion;
import dev.threadline.jobs.walk.ThreadWalk;
import dev.threadline.jobs.walk.WalkedThread;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Walks every thread a second time, now with what its agents and customers tell of it, and writes all tables that a thread
 * fills in that one walk.
 */
public final class ThreadsJob {

    private ThreadsJob() {}

    static BuiltThreads run(Threads threads, JavaRDD<InternalRow> findings, DataFiles files) {
        WalkPlan plan = threads.plan();
        JavaRDD<BuiltThreads> parts =
                threads.rows().zipPartitions(findings, (messages, found) -> write(messages, found, plan, files));
        return Sliced.sum(parts);
    }

    private static Iterator<BuiltThreads> write(
            Iterator<InternalRow> messages, Iterator<InternalRow> found, WalkPlan plan, DataFiles files) {
        Completion completion = plan.completion();
        FindingsOfThreads findings =
                new FindingsOfThreads(new Groups<>(found, Finding::fromRow, Finding::ofSameThread));
        try (ThreadTables tables = new ThreadTables(files, plan)) {
            ThreadWalk walk = plan.walk();
            Threads.records(messages).forEach(records -> {
                WalkedThread thread = walk.walk(records);
                tables.compare(records);
                thread.records().forEach(tables::add);
                if (!thread.conversations().isEmpty()) {
                    complete(thread, findings.of(thread), completion).forEach(tables::add);
                }
            });
            return List.of(tables.finish()).iterator();
        }
    }

    /** Completes the conversations of one thread with all its findings. */
    public static Stream<CompletedConversation> complete(
            WalkedThread thread, List<Finding> findings, Completion completion) {
        Map<Integer, Long> creditedFrom = new HashMap<>();
        Map<Integer, Repeat> repeats = new HashMap<>();
        for (Finding finding : findings) {
            if (finding.repeat() != null) {
                repeats.put(finding.place(), finding.repeat());
            }
            if (finding.creditedFrom() != null) {
                creditedFrom.put(finding.place(), finding.creditedFrom());
            }
        }
        return thread.conversations().stream()
                .map(walked -> completion.complete(
                        walked,
                        place -> Objects.requireNonNull(creditedFrom.get(place)),
                        Objects.requireNonNull(repeats.get(walked.place()))));
    }
}
