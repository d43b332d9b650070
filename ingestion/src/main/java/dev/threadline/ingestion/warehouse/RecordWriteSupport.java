package dev.threadline.ingestion.warehouse;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Hands the columns of a table's records to Parquet, without any row in between. */
final class RecordWriteSupport<T> extends WriteSupport<T> {

    private final String name;
    private final List<Column<T, ?>> columns;
    private @Nullable RecordConsumer consumer;

    RecordWriteSupport(Table<T> table) {
        this.name = table.name();
        this.columns = table.columns();
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the class above, so there is no way round it
    public WriteContext init(Configuration configuration) {
        List<Type> fields = columns.stream().map(Column::parquet).toList();
        return new WriteContext(new MessageType(name, fields), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer out) {
        consumer = out;
    }

    @Override
    public void write(T entity) {
        RecordConsumer out = Objects.requireNonNull(consumer, "prepareForWrite comes first");
        out.startMessage();
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).write(out, i, entity);
        }
        out.endMessage();
    }
}
