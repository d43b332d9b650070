package dev.threadline.jobs.pipeline;

import dev.threadline.jobs.attention.HandleTime;
import dev.threadline.jobs.conversation.Repeat;
import dev.threadline.jobs.customer.CustomerConversation;
import dev.threadline.jobs.customer.Returns;
import dev.threadline.jobs.time.Span;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/** Walks agents and customers, and sends what is found back to the threads. */
final class FindingsJob {

    private static final int THREAD_COLUMNS = 2;

    private FindingsJob() {}

    /** The findings, in the partitions of the threads they are about and in their order. */
    static JavaRDD<InternalRow> run(Threads threads, Owners owners) {
        JavaRDD<Row> findings = owners.rows()
                .mapPartitions(partition ->
                        findings(partition).map(Finding.ROWS::toRow).iterator());
        return Shuffle.by(
                threads.spark().createDataFrame(findings, Finding.ROWS.schema()),
                threads.partitions(),
                THREAD_COLUMNS,
                "place");
    }

    private static Stream<Finding> findings(Iterator<InternalRow> partition) {
        return Owners.in(partition).flatMap(facts -> switch (facts.get(0).owner()) {
            case AGENT -> ofAgent(facts);
            case CUSTOMER -> ofCustomer(facts);
            case QUEUE -> Stream.empty();
        });
    }

    private static Stream<Finding> ofAgent(List<Fact> facts) {
        HandleTime handleTime = new HandleTime();
        return facts.stream().filter(fact -> fact.type() == Fact.Type.MESSAGE).map(fact -> {
            Span credit = handleTime.credit(fact.at(), fact.other());
            return new Finding(fact.source(), fact.threadId(), fact.place(), credit.startInclusive(), null);
        });
    }

    private static Stream<Finding> ofCustomer(List<Fact> facts) {
        List<Repeat> repeats = Returns.of(facts.stream()
                .map(fact -> new CustomerConversation(
                        fact.source(),
                        fact.threadId(),
                        Objects.requireNonNull(fact.label(), "a conversation has an id"),
                        fact.place(),
                        fact.at(),
                        fact.other(),
                        fact.byCustomer()))
                .toList());
        return IntStream.range(0, facts.size()).mapToObj(i -> {
            Fact fact = facts.get(i);
            return new Finding(fact.source(), fact.threadId(), fact.place(), null, repeats.get(i));
        });
    }
}
