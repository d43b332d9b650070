package dev.threadline.jobs.pipeline.increment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.threadline.jobs.pipeline.fact.Fact;
import dev.threadline.jobs.pipeline.increment.stated.State;
import dev.threadline.jobs.pipeline.increment.stated.Stated;
import dev.threadline.jobs.pipeline.increment.stated.StatedRows;
import dev.threadline.jobs.pipeline.shuffle.Groups;
import dev.threadline.jobs.pipeline.shuffle.Shuffle;
import dev.threadline.jobs.pipeline.shuffle.Streams;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/** Facts shuffled to the owners they are about, and beside them what the last publication has of these. */
final class OwnerGroups {

    /** The kind of the owner and its name: what both sides are shuffled by. */
    static final int OWNER_COLUMNS = 2;

    /** Where the stored row begins, behind the hash and the owner. */
    static final int STORED_COLUMNS = Shuffle.HASH + 1 + OWNER_COLUMNS;

    private OwnerGroups() {}

    /** All facts known of one owner, in order, and what is stored of it. */
    record Known<S>(List<Stated<Fact>> facts, List<S> stored) {

        String ownerId() {
            return facts.get(0).value().ownerId();
        }

        List<Fact> before() {
            return Stated.values(facts, State::was);
        }

        List<Fact> after() {
            return Stated.values(facts, State::is);
        }
    }

    /** Facts of a partition by owner. */
    static Stream<List<Stated<Fact>>> in(Iterator<InternalRow> facts) {
        return Streams.of(groups(facts)).peek(OwnerGroups::sort);
    }

    /** Facts of a partition by owner, with stored rows of a partition shuffled alike. */
    static <S> Stream<Known<S>> in(
            Iterator<InternalRow> facts,
            Iterator<InternalRow> stored,
            Function<InternalRow, S> reader,
            Function<S, String> ownerOfStored) {
        Groups<Stated<Fact>> groups = groups(facts);
        BiPredicate<S, S> sameOwner = (a, b) -> ownerOfStored.apply(a).equals(ownerOfStored.apply(b));
        StoredGroups<S> storedGroups = new StoredGroups<>(new Groups<>(stored, reader, sameOwner));
        return Streams.of(new Iterator<>() {
            @Override
            public boolean hasNext() {
                return groups.hasNext();
            }

            @Override
            public Known<S> next() {
                long hash = groups.nextHash();
                List<Stated<Fact>> ofOwner = groups.next();
                sort(ofOwner);
                String ownerId = ofOwner.get(0).value().ownerId();
                return new Known<>(
                        ofOwner,
                        storedGroups.of(hash, row -> ownerOfStored.apply(row).equals(ownerId)));
            }
        });
    }

    /** Stored rows of a table with their owner before them. */
    @SuppressWarnings("EnumOrdinal") // it travels between tasks of one build, never further
    static Dataset<Row> owned(Dataset<Row> stored, Fact.Owner owner, Column ownerId) {
        return stored.select(lit(owner.ordinal()).as("owner"), ownerId.as("owner_id"), col("*"));
    }

    static JavaRDD<InternalRow> shuffled(Dataset<Row> rows, int partitions) {
        return Shuffle.by(rows, partitions, OWNER_COLUMNS);
    }

    private static Groups<Stated<Fact>> groups(Iterator<InternalRow> facts) {
        return new Groups<>(facts, StatedRows::fact, OwnerGroups::sameOwner);
    }

    private static void sort(List<Stated<Fact>> facts) {
        facts.sort(Comparator.comparing(Stated::value, Fact.ORDER));
    }

    private static boolean sameOwner(Stated<Fact> a, Stated<Fact> b) {
        return a.value().owner() == b.value().owner()
                && a.value().ownerId().equals(b.value().ownerId());
    }
}
