package dev.threadline.ingestion.source.mapping;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.threadline.ingestion.MappingErrors;
import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.source.column.RecordColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;

/** Applies a mapping to raw records: the columns of its SELECT, and beside them {@link RecordColumns}. */
public final class MappedRecords {

    private static final String VIEW = "raw";
    private static final String UNKNOWN_COLUMN = "UNRESOLVED_COLUMN";

    private final SparkSession spark;
    private final MappingPlan plan;

    private MappedRecords(SparkSession spark, MappingPlan plan) {
        this.spark = spark;
        this.plan = plan;
    }

    /** What the mapping makes of the files' records; a user error if it does not fit them. */
    public static Dataset<Row> of(SparkSession spark, SourceMapping mapping, RawRecords raw) {
        MappingPlan plan = MappingPlan.parse(spark, mapping);
        MappedRecords records = new MappedRecords(spark, plan);
        if (mapping.toleratesMissingColumns()) {
            return records.select(raw.read(List.copyOf(plan.namedColumns())));
        }
        try {
            return records.select(raw.read(columns(plan, raw)));
        } catch (Exception cause) {
            if (!isUnknownColumn(cause) || !raw.completeNames()) {
                throw userError(mapping, raw, cause);
            }
        }
        try {
            return records.select(raw.read(columns(plan, raw)));
        } catch (Exception cause) {
            throw userError(mapping, raw, cause);
        }
    }

    /** What a mapping makes of records that are held in a data set with {@link RecordColumns#rawSchema}. */
    static Dataset<Row> ofRaw(MappingPlan plan, Dataset<Row> raw) {
        return new MappedRecords(raw.sparkSession(), plan).select(raw);
    }

    private static List<String> columns(MappingPlan plan, RawRecords raw) {
        if (plan.namesAll()) {
            raw.completeNames();
        }
        return plan.columnsAmong(raw.names());
    }

    private Dataset<Row> select(Dataset<Row> raw) {
        Optional<LogicalPlan> traced = TracedSelect.of(plan.parsed());
        if (traced.isPresent()) {
            try {
                return over(raw, traced.get());
            } catch (Exception cause) {
                if (isUnknownColumn(cause)) {
                    throw cause;
                }
                // Such as an aggregate, which only the analyser tells from a projection: the plain way says more.
            }
        }
        Dataset<Row> untraced = over(raw.filter(not(col(RecordColumns.MALFORMED))), plan.parsed());
        return withRecordColumns(untraced).unionByName(malformed(raw), true);
    }

    private Dataset<Row> over(Dataset<Row> raw, LogicalPlan select) {
        raw.createOrReplaceTempView(VIEW);
        try {
            return org.apache.spark.sql.classic.Dataset.ofRows(
                    (org.apache.spark.sql.classic.SparkSession) spark, select);
        } finally {
            spark.catalog().dropTempView(VIEW);
        }
    }

    /** Rows that are no records any more: where they came from is not known. */
    private static Dataset<Row> withRecordColumns(Dataset<Row> untraced) {
        List<Column> columns = new ArrayList<>();
        Arrays.stream(untraced.columns())
                .filter(name -> !RecordColumns.ALL.contains(name))
                .forEach(name -> columns.add(col("`" + name.replace("`", "``") + "`")));
        columns.add(lit(null).cast("string").as(RecordColumns.FILE));
        columns.add(lit(null).cast("bigint").as(RecordColumns.LINE));
        columns.add(lit(null).cast("string").as(RecordColumns.RAW));
        columns.add(lit(false).as(RecordColumns.MALFORMED));
        return untraced.select(columns.toArray(Column[]::new));
    }

    private static Dataset<Row> malformed(Dataset<Row> raw) {
        Column[] columns = RecordColumns.ALL.stream().map(name -> col(name)).toArray(Column[]::new);
        return raw.filter(RecordColumns.MALFORMED).select(columns);
    }

    private static boolean isUnknownColumn(Exception cause) {
        return cause instanceof AnalysisException mistake
                && mistake.getCondition() != null
                && mistake.getCondition().startsWith(UNKNOWN_COLUMN);
    }

    private static RuntimeException userError(SourceMapping mapping, RawRecords raw, Exception cause) {
        if (cause instanceof UserError mistake) {
            return mistake;
        }
        if (!(cause instanceof AnalysisException mistake)) {
            return new IllegalStateException("cannot apply the mapping " + mapping.locator(), cause);
        }
        return isUnknownColumn(cause)
                ? MappingErrors.unknownRawColumn(
                        mapping.locator(), mistake.getMessageParameters().get("objectName"), raw.names(), mistake)
                : MappingErrors.mappingDoesNotApply(mapping.locator(), mistake.getSimpleMessage(), mistake);
    }
}
