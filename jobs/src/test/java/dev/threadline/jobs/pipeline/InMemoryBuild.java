package dev.threadline.jobs.pipeline;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import dev.threadline.ingestion.warehouse.AgeBands;
import dev.threadline.jobs.backlog.BacklogHour;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.conversation.Conversation;
import dev.threadline.jobs.daily.DailyMetrics;
import dev.threadline.jobs.daily.DailyMetricsTable;
import dev.threadline.jobs.load.SliceLoad;
import dev.threadline.jobs.pipeline.fact.Fact;
import dev.threadline.jobs.pipeline.fact.Facts;
import dev.threadline.jobs.pipeline.fact.Finding;
import dev.threadline.jobs.pipeline.fact.Findings;
import dev.threadline.jobs.sensitivity.ThreadSample;
import dev.threadline.jobs.stint.StintRow;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.turn.TurnRow;
import dev.threadline.jobs.walk.CompletedConversation;
import dev.threadline.jobs.walk.ConfiguredDefinitions;
import dev.threadline.jobs.walk.PlacedRecord;
import dev.threadline.jobs.walk.WalkedThread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The build without Spark: the same walks over lists, what Spark's results are compared with. */
public record InMemoryBuild(
        List<CompletedConversation> completed,
        List<PlacedRecord> records,
        List<SliceLoad> load,
        List<DailyMetricsTable.Day> days,
        List<BacklogHour> backlog) {

    /** The definitions that a build of the configuration goes by. */
    public static ConfiguredDefinitions definitions(Configuration configuration) {
        return new WalkPlan(configuration, new ThreadSample(1), AgeBands.of(0, 0)).definitions();
    }

    /** Builds from the messages up to {@code asOf}, epoch milliseconds. */
    public static InMemoryBuild of(Collection<Message> log, Configuration configuration, long asOf) {
        WalkPlan plan = new WalkPlan(configuration, new ThreadSample(1), AgeBands.of(asOf, 0));
        List<WalkedThread> threads = log.stream()
                .filter(message -> message.sentAt() <= asOf)
                .collect(groupingBy(message -> List.of(message.source(), message.threadId())))
                .values()
                .stream()
                .map(thread -> plan.walk().walk(new ArrayList<>(thread)))
                .toList();
        List<List<Fact>> owners = owners(threads);
        Map<List<String>, List<Finding>> findings = owners.stream()
                .flatMap(Findings::of)
                .collect(groupingBy(finding -> List.of(finding.source(), finding.threadId())));
        List<CompletedConversation> completed = threads.stream()
                .filter(thread -> !thread.conversations().isEmpty())
                .flatMap(thread ->
                        ThreadsJob.complete(thread, requireNonNull(findings.get(key(thread))), plan.completion()))
                .toList();
        return new InMemoryBuild(
                completed,
                threads.stream().flatMap(thread -> thread.records().stream()).toList(),
                owners.stream()
                        .filter(facts -> facts.get(0).owner() == Fact.Owner.AGENT)
                        .flatMap(OwnerTables::slices)
                        .toList(),
                days(completed, configuration),
                owners.stream()
                        .filter(facts -> facts.get(0).owner() == Fact.Owner.QUEUE)
                        .flatMap(facts -> OwnerTables.hours(facts, asOf))
                        .toList());
    }

    /** Builds with the default configuration, as of the newest message. */
    public static InMemoryBuild of(Collection<Message> log) {
        long newest = log.stream().mapToLong(Message::sentAt).max().orElseThrow();
        return of(log, Configuration.defaults(), newest);
    }

    public List<Conversation> conversations() {
        return completed.stream()
                .map(CompletedConversation::conversation)
                .sorted(Comparator.comparing((Conversation c) -> c.key().source())
                        .thenComparing(c -> c.key().threadId())
                        .thenComparing(c -> c.lifecycle().startedAt()))
                .toList();
    }

    public List<TurnRow> turns() {
        return completed.stream().flatMap(CompletedConversation::turnRows).toList();
    }

    public List<StintRow> stints() {
        return completed.stream().flatMap(CompletedConversation::stintRows).toList();
    }

    private static List<DailyMetricsTable.Day> days(
            List<CompletedConversation> completed, Configuration configuration) {
        DailyMetrics metrics = new DailyMetrics(configuration.reportZone());
        completed.forEach(one -> {
            metrics.add(one.conversation());
            one.turnRows().forEach(turn -> metrics.add(one.conversation(), turn));
        });
        return DailyMetricsTable.rows(metrics);
    }

    private static List<String> key(WalkedThread thread) {
        Message first = thread.records().get(0).message();
        return List.of(first.source(), first.threadId());
    }

    private static List<List<Fact>> owners(List<WalkedThread> threads) {
        return threads.stream()
                .flatMap(Facts::of)
                .sorted(Fact.ORDER)
                .collect(groupingBy(fact -> List.of(fact.owner(), fact.ownerId())))
                .values()
                .stream()
                .toList();
    }
}
