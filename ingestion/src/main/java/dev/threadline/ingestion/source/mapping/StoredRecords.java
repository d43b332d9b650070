package dev.threadline.ingestion.source.mapping;

import dev.threadline.ingestion.MappingErrors;
import dev.threadline.ingestion.source.column.ColumnIndex;
import dev.threadline.ingestion.source.column.RecordColumns;
import dev.threadline.ingestion.source.json.JsonRecord;
import dev.threadline.ingestion.warehouse.InternalRows;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** Raw records that were kept, to be read once more through their mapping. */
public final class StoredRecords {

    private StoredRecords() {}

    /**
     * What the mapping makes of kept records.
     *
     * @param stored columns: the record's text, its file, its line
     * @throws dev.threadline.ingestion.UserError if the mapping is no SELECT, or uses what there is not
     */
    public static Dataset<Row> mapped(Dataset<Row> stored, SourceMapping mapping) {
        MappingPlan plan = MappingPlan.parse(stored.sparkSession(), mapping);
        Set<String> columns = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        columns.addAll(plan.namesAll() ? names(stored) : plan.namedColumns());
        try {
            return MappedRecords.ofRaw(plan, read(stored, List.copyOf(columns)));
        } catch (Exception cause) {
            if (cause instanceof AnalysisException mistake) {
                throw MappingErrors.mappingDoesNotApply(mapping.locator(), mistake.getSimpleMessage(), mistake);
            }
            throw cause;
        }
    }

    private static Dataset<Row> read(Dataset<Row> stored, List<String> columns) {
        ColumnIndex index = new ColumnIndex(columns);
        return InternalRows.walk(
                stored,
                rows -> CollectionConverters.asJava(
                        CollectionConverters.asScala(rows).map(row -> record(row, index))),
                RecordColumns.rawSchema(columns));
    }

    private static InternalRow record(InternalRow stored, ColumnIndex columns) {
        int width = columns.columns().size();
        @Nullable Object[] values = new Object[width + RecordColumns.ALL.size()];
        UTF8String raw = stored.getUTF8String(0);
        boolean readable = JsonRecord.read(raw.getBytes(), columns, values);
        values[width] = stored.getUTF8String(1);
        values[width + 1] = stored.isNullAt(2) ? null : stored.getLong(2);
        values[width + 2] = raw;
        values[width + 3] = !readable;
        return new GenericInternalRow(values);
    }

    private static Set<String> names(Dataset<Row> stored) {
        Set<String> names = new TreeSet<>();
        Iterator<InternalRow> rows = InternalRows.of(stored).toLocalIterator();
        rows.forEachRemaining(row -> JsonRecord.addNames(row.getUTF8String(0).getBytes(), names));
        return names;
    }
}
