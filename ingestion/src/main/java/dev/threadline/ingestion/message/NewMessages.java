package dev.threadline.ingestion.message;

import dev.threadline.ingestion.warehouse.DataFileWriter;
import dev.threadline.ingestion.warehouse.DataFiles;
import dev.threadline.ingestion.warehouse.InternalRows;
import java.io.Serializable;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** Makes messages of sorted records: tasks write the new ones to files themselves, and count those that change. */
final class NewMessages implements Serializable {

    private static final long serialVersionUID = 1L;

    private final CopyWalk walk;
    private final MessageRows rows;
    private final DataFiles files;

    NewMessages(StructType records, DataFiles files, String runId, Instant now) {
        this.walk = new CopyWalk(records, now);
        this.rows = new MessageRows(records, runId, now);
        this.files = files;
    }

    /** Writes files with the messages that the table does not have. */
    WrittenMessages write(Dataset<Row> sorted) {
        FlatMapFunction<Iterator<InternalRow>, WrittenMessages> task =
                records -> List.of(write(records)).iterator();
        return InternalRows.of(sorted).mapPartitions(task).collect().stream()
                .reduce(WrittenMessages.NONE, WrittenMessages::and);
    }

    /** The messages that the table has and that change, with its columns. */
    Dataset<Row> changed(Dataset<Row> sorted) {
        return InternalRows.walk(sorted, this::changed, rows.schema())
                .selectExpr(MessagesTable.TABLE.columnNames().toArray(String[]::new));
    }

    private WrittenMessages write(Iterator<InternalRow> records) {
        CopyCounts counts = new CopyCounts();
        Iterator<UnsafeRow> messages = walk.over(records, counts);
        try (DataFileWriter<InternalRow> file = files.open(MessagesTable.TABLE.ofRows(rows.schema()))) {
            while (messages.hasNext()) {
                UnsafeRow message = messages.next();
                if (!walk.isStored(message)) {
                    file.write(rows.of(message));
                }
            }
            return new WrittenMessages(
                    file.finish().stream().toList(),
                    counts.newMessages(),
                    counts.changedMessages(),
                    counts.recordsPerFile());
        }
    }

    private Iterator<InternalRow> changed(Iterator<InternalRow> records) {
        return CollectionConverters.asJava(CollectionConverters.asScala(walk.over(records, new CopyCounts()))
                .filter(message -> walk.isStored(message))
                .map(message -> rows.of(message)));
    }
}
