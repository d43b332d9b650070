package dev.threadline.ingestion.message;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Counts refused records by reason and file; they lie in one partition, so that one task sees them all. */
final class RefusedTally implements Serializable {

    private static final long serialVersionUID = 1L;

    private final int reason;
    private final int file;
    private final int line;

    RefusedTally(StructType records) {
        this.reason = records.fieldIndex(MessageRecords.REASON);
        this.file = records.fieldIndex(MessagesTable.FILE);
        this.line = records.fieldIndex(RejectedRecordsTable.LINE);
    }

    private record Group(String reason, @Nullable String file) {}

    List<Refused> of(JavaRDD<InternalRow> refused) {
        return refused.mapPartitions(rows -> tally(rows).iterator()).collect();
    }

    private List<Refused> tally(Iterator<InternalRow> rows) {
        Map<Group, Refused> groups = new HashMap<>();
        rows.forEachRemaining(row -> {
            UTF8String name = row.getUTF8String(file);
            Group group = new Group(row.getUTF8String(reason).toString(), name == null ? null : name.toString());
            Long at = row.isNullAt(line) ? null : row.getLong(line);
            groups.merge(group, new Refused(group.reason, group.file, 1, at), Refused::and);
        });
        return List.copyOf(groups.values());
    }
}
