package dev.threadline.ingestion.message;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import dev.threadline.ingestion.source.column.RecordColumns;
import dev.threadline.ingestion.source.mapping.SourceMapping;
import dev.threadline.ingestion.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Refused records that are tried again by one mapping. A record is known by its file, line and text; where the line is
 * not known, equal ones count as one.
 */
public final class RetriedRejects {

    private final Dataset<Row> rejects;
    private final List<String> refusedBy;
    private final Column chosen;

    private RetriedRejects(Dataset<Row> rejects, List<String> refusedBy, Column chosen) {
        this.rejects = rejects;
        this.refusedBy = refusedBy;
        this.chosen = chosen;
    }

    /**
     * The rejects whose records were kept, apart for each mapping that they are to be read by.
     *
     * @param reason only those refused for it
     * @param mapping those that a mapping of its name refused, wherever its file lay then; without it all, by mapping
     */
    public static List<RetriedRejects> find(
            Warehouse warehouse, Optional<String> reason, Optional<SourceMapping> mapping) {
        if (warehouse.isEmpty(RejectedRecordsTable.TABLE)) {
            return List.of();
        }
        Dataset<Row> rejects = warehouse.read(RejectedRecordsTable.TABLE);
        Column chosen = col(RejectedRecordsTable.RAW)
                .isNotNull()
                .and(reason.map(code -> col(RejectedRecordsTable.REASON).equalTo(code))
                        .orElse(lit(true)));
        List<String> locators =
                rejects.filter(chosen).select(RejectedRecordsTable.MAPPING).distinct().collectAsList().stream()
                        .map(row -> row.getString(0))
                        .filter(locator -> mapping.isEmpty()
                                || SourceMapping.nameOf(locator)
                                        .equals(mapping.get().name()))
                        .sorted()
                        .toList();
        Stream<List<String>> groups = mapping.isPresent() && !locators.isEmpty()
                ? Stream.of(locators)
                : locators.stream().map(List::of);
        return groups.map(group -> new RetriedRejects(rejects, group, chosen)).toList();
    }

    /** The locator of the mapping that refused them; of several of one name the last. */
    public String mapping() {
        return refusedBy.get(refusedBy.size() - 1);
    }

    /** The records as they stood, each once: text, file, line. */
    public Dataset<Row> records() {
        return rejects.filter(chosen.and(col(RejectedRecordsTable.MAPPING).isin(refusedBy.toArray())))
                .select(RejectedRecordsTable.RAW, RejectedRecordsTable.FILE, RejectedRecordsTable.LINE)
                .distinct();
    }

    /**
     * How much there is of some records.
     *
     * @param textBytes about how large they are
     */
    public record Extent(long records, long textBytes) {}

    /** How much there is of {@link #records}. */
    public static Extent extent(Dataset<Row> records) {
        Row row = records.agg(count(lit(1)), coalesce(sum(length(col(RejectedRecordsTable.RAW))), lit(0L)))
                .head();
        return new Extent(row.getLong(0), row.getLong(1));
    }

    /** How many of the records a mapping made something of, good or refused; empty if nobody can tell. */
    public static OptionalLong followed(Dataset<Row> validated) {
        Row row = validated
                .agg(
                        count_distinct(
                                struct(col(RecordColumns.RAW), col(RecordColumns.FILE), col(RecordColumns.LINE))),
                        count_if(col(RecordColumns.RAW).isNull()))
                .head();
        return row.getLong(1) == 0 ? OptionalLong.of(row.getLong(0)) : OptionalLong.empty();
    }

    /** Whether a row of the rejects, named {@code rejected}, is of a record named {@code retried}. */
    Column isOf(String rejected, String retried) {
        return Stream.of(RejectedRecordsTable.FILE, RejectedRecordsTable.LINE, RejectedRecordsTable.RAW)
                .map(name -> col(rejected + "." + name).eqNullSafe(col(retried + "." + name)))
                .reduce(Column::and)
                .orElseThrow()
                .and(col(rejected + "." + RejectedRecordsTable.MAPPING).isin(refusedBy.toArray()));
    }
}
