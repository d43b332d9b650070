package dev.threadline.jobs.pipeline.increment;

import dev.threadline.jobs.pipeline.Threads;
import dev.threadline.jobs.pipeline.ThreadsJob;
import dev.threadline.jobs.pipeline.fact.Finding;
import dev.threadline.jobs.pipeline.increment.stated.State;
import dev.threadline.jobs.pipeline.increment.stated.Stated;
import dev.threadline.jobs.pipeline.increment.stated.StatedRows;
import dev.threadline.jobs.pipeline.increment.table.RowChanges;
import dev.threadline.jobs.pipeline.shuffle.Groups;
import dev.threadline.jobs.pipeline.shuffle.Shuffle;
import dev.threadline.jobs.pipeline.shuffle.Sliced;
import dev.threadline.jobs.pipeline.shuffle.Streams;
import dev.threadline.jobs.walk.CompletedConversation;
import dev.threadline.jobs.walk.Completion;
import dev.threadline.jobs.walk.WalkedConversation;
import dev.threadline.jobs.walk.WalkedThread;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;

/** Completes threads as they were and as they are with what their agents and customers tell, and writes what differs. */
final class ThreadChangesJob {

    private ThreadChangesJob() {}

    /**
     * Walks the threads.
     *
     * @param findings what their agents and customers tell of them; those of other threads are passed over
     */
    static ThreadChanges run(NeededThreads threads, Dataset<Row> findings, RowChanges.Folders folders) {
        ChangePlan plan = threads.plan();
        JavaRDD<InternalRow> found = Shuffle.by(
                findings.where(functions.col("place").notEqual(Told.NO_PLACE)),
                threads.partitions(),
                Threads.KEY_COLUMNS);
        JavaRDD<ThreadChanges> parts =
                threads.walk().zipPartitions(found, (walked, told) -> write(walked, told, plan, folders));
        return Sliced.sum(parts);
    }

    private record ThreadKey(String source, String threadId) {}

    private static Iterator<ThreadChanges> write(
            Iterator<ThreadChange> walked, Iterator<InternalRow> found, ChangePlan plan, RowChanges.Folders folders) {
        Map<ThreadKey, List<Stated<Finding>>> findings = new HashMap<>();
        Streams.of(new Groups<>(found, StatedRows::finding, ThreadChangesJob::sameThread))
                .forEach(group -> findings.put(key(group.get(0).value()), group));
        Completion completion = plan.after().completion();
        try (ThreadRowChanges tables = new ThreadRowChanges(folders, plan)) {
            walked.forEachRemaining(thread -> {
                List<Stated<Finding>> told = findings.getOrDefault(key(thread), List.of());
                if (!thread.isUnchanged() || told.stream().anyMatch(finding -> finding.state() != State.BOTH)) {
                    tables.add(
                            thread,
                            complete(thread.before(), thread.changedBefore(), told, State::was, completion),
                            complete(thread.after(), thread.changedAfter(), told, State::is, completion));
                }
            });
            return List.of(tables.finish()).iterator();
        }
    }

    /** Completes the conversations that are not the same on the other side, or of which is told something else. */
    private static List<CompletedConversation> complete(
            WalkedThread thread,
            List<WalkedConversation> differing,
            List<Stated<Finding>> told,
            Predicate<State> when,
            Completion completion) {
        Set<Integer> toldAnew = new HashSet<>();
        told.stream()
                .filter(finding -> finding.state() != State.BOTH)
                .forEach(finding -> toldAnew.add(finding.value().place()));
        Set<Integer> differs = new HashSet<>();
        differing.forEach(walked -> differs.add(walked.place()));
        List<WalkedConversation> changed = thread.conversations().stream()
                .filter(walked -> differs.contains(walked.place()) || isToldAnew(walked, toldAnew))
                .toList();
        return ThreadsJob.complete(new WalkedThread(changed, thread.records()), Stated.values(told, when), completion)
                .toList();
    }

    private static boolean isToldAnew(WalkedConversation walked, Set<Integer> places) {
        return places.contains(walked.place())
                || walked.humanMessages().stream().anyMatch(message -> places.contains(message.place()));
    }

    private static ThreadKey key(Finding finding) {
        return new ThreadKey(finding.source(), finding.threadId());
    }

    private static ThreadKey key(ThreadChange thread) {
        WalkedThread walked = thread.after().records().isEmpty() ? thread.before() : thread.after();
        return new ThreadKey(
                walked.records().get(0).message().source(),
                walked.records().get(0).message().threadId());
    }

    private static boolean sameThread(Stated<Finding> a, Stated<Finding> b) {
        return Finding.ofSameThread(a.value(), b.value());
    }
}
