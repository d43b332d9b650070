package dev.threadline.jobs.pipeline.increment;

import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.pipeline.increment.table.RowChanges;
import dev.threadline.jobs.pipeline.progress.Progress;
import dev.threadline.jobs.publication.TableVersions;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Walks threads that may have changed, and their agents, queues and customers, as they were and as they are, and writes how
 * the tables change. What other threads tell of those is read from the last publication; only where that does not say it
 * are they walked too.
 */
final class ChangeWalk {

    private final Warehouse warehouse;
    private final TableVersions before;
    private final MessageChanges messages;
    private final ChangePlan plan;
    private final RowChanges.Folders folders;
    private final Progress progress;

    ChangeWalk(
            Warehouse warehouse,
            TableVersions before,
            MessageChanges messages,
            ChangePlan plan,
            RowChanges.Folders folders,
            Progress progress) {
        this.warehouse = warehouse;
        this.before = before;
        this.messages = messages;
        this.plan = plan;
        this.folders = folders;
        this.progress = progress;
    }

    /**
     * Walks threads that may have changed, and what they bear on.
     *
     * @param threads those of the keys
     */
    ThreadChanges run(KeySet changed, NeededThreads threads) {
        try (ThreadFacts facts = ThreadFacts.of(threads);
                ToldConversations conversations =
                        new ToldConversations(warehouse, before, changed, facts.customers())) {
            ChangedOwners owners = facts.changedOwners();
            QueueChanges queues = new QueueChanges(warehouse, before, plan, owners.queues());
            KeySet others = KeySet.threads(changed.without(new Neighbours(warehouse, before)
                    .of(owners, queues.doubtful(facts.known()))
                    .unionAll(conversations.toldAnew(facts.known()))));
            progress.step(String.format("%,d threads count together with what changed", others.size()));
            NeededThreads neighbours =
                    NeededThreads.unchanged(others.only(messages.unchanged()), plan, threads.partitions());
            try (ThreadFacts ofOthers = ThreadFacts.of(neighbours)) {
                ThreadFacts all = facts.with(ofOthers);
                Told told = new Told(warehouse, before, List.of(changed, others));
                Dataset<Row> ofCustomers = CustomerChanges.findings(all.known(), conversations.facts(others, ofOthers))
                        .persist();
                try (ConcernedFacts concerned = ConcernedFacts.of(all, owners, ThreadFacts.toldAnew(ofCustomers))) {
                    AgentChanges agents = new AgentChanges(warehouse, before, folders, owners.loads());
                    Dataset<Row> ofAgents = agents.findings(
                            concerned.known(),
                            told.assignments(owners.loads()).unionAll(told.messages(concerned.attention())));
                    ThreadChanges changes =
                            ThreadChangesJob.run(threads.with(neighbours), ofAgents.unionAll(ofCustomers), folders);
                    changes.tables().plus(agents.changed()).plus(queues.write(concerned.known(), folders));
                    return changes;
                } finally {
                    ofCustomers.unpersist();
                }
            }
        }
    }
}
