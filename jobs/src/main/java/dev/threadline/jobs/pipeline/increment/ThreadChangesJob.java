package dev.threadline.jobs.pipeline.increment;

import dev.threadline.jobs.pipeline.Finding;
import dev.threadline.jobs.pipeline.Groups;
import dev.threadline.jobs.pipeline.Streams;
import dev.threadline.jobs.pipeline.ThreadsJob;
import dev.threadline.jobs.walk.CompletedConversation;
import dev.threadline.jobs.walk.Completion;
import dev.threadline.jobs.walk.WalkedThread;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;

/** Completes threads as they were and as they are with what their agents and customers tell, and writes what differs. */
final class ThreadChangesJob {

    private ThreadChangesJob() {}

    static ThreadChanges run(NeededThreads threads, JavaRDD<InternalRow> findings, RowChanges.Folders folders) {
        ChangePlan plan = threads.plan();
        return threads.walk()
                .zipPartitions(findings, (walked, found) -> write(walked, found, plan, folders))
                .treeReduce(ThreadChanges::plus);
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
                            complete(thread.before(), told, State::was, completion),
                            complete(thread.after(), told, State::is, completion));
                }
            });
            return List.of(tables.finish()).iterator();
        }
    }

    private static List<CompletedConversation> complete(
            WalkedThread thread, List<Stated<Finding>> told, Predicate<State> when, Completion completion) {
        return ThreadsJob.complete(thread, Stated.values(told, when), completion)
                .toList();
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
