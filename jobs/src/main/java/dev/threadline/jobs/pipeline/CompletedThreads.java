package dev.threadline.jobs.pipeline;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.jobs.conversation.Repeat;
import dev.threadline.jobs.walk.CompletedConversation;
import dev.threadline.jobs.walk.Completion;
import dev.threadline.jobs.walk.WalkedThread;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/** Threads zipped with what their agents and customers tell of them, so that their conversations are complete. */
final class CompletedThreads {

    /** Makes output rows of a complete conversation; it runs in tasks. */
    interface Output extends Serializable {
        Stream<Row> of(CompletedConversation conversation);
    }

    /** Makes something of a partition's conversations; it runs in tasks. */
    interface PartitionOutput<T> extends Serializable {
        Iterator<T> of(Stream<CompletedConversation> conversations);
    }

    private final Threads threads;
    private final JavaRDD<InternalRow> findings;

    CompletedThreads(Threads threads, JavaRDD<InternalRow> findings) {
        this.threads = threads;
        this.findings = findings;
    }

    Dataset<Row> rows(Table<?> table, Output output) {
        JavaRDD<Row> made =
                partitions(conversations -> conversations.flatMap(output::of).iterator());
        return threads.spark().createDataFrame(made, table.schema());
    }

    /** What is made of all complete conversations of a partition. */
    <T> JavaRDD<T> partitions(PartitionOutput<T> output) {
        WalkPlan plan = threads.plan();
        return threads.rows().zipPartitions(findings, (messages, found) -> output.of(complete(messages, found, plan)));
    }

    private static Stream<CompletedConversation> complete(
            Iterator<InternalRow> messages, Iterator<InternalRow> found, WalkPlan plan) {
        Completion completion = plan.completion();
        FindingsOfThreads findings =
                new FindingsOfThreads(new Groups<>(found, Finding::fromRow, CompletedThreads::sameThread));
        return Threads.walk(messages, plan)
                .filter(thread -> !thread.conversations().isEmpty())
                .flatMap(thread -> complete(thread, findings.of(thread), completion));
    }

    /** Completes the conversations of one thread with all its findings. */
    static Stream<CompletedConversation> complete(WalkedThread thread, List<Finding> findings, Completion completion) {
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

    private static boolean sameThread(Finding a, Finding b) {
        return a.threadId().equals(b.threadId()) && a.source().equals(b.source());
    }
}
