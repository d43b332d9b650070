package dev.threadline.ingestion.source.csv;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.threadline.ingestion.source.column.ColumnIndex;
import dev.threadline.ingestion.source.column.RecordColumns;
import dev.threadline.ingestion.source.csv.CsvRecords.CsvRecord;
import dev.threadline.ingestion.source.file.SourceFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Turns the records of one CSV file into rows of {@code raw}; a record of another width than the header is malformed. */
final class CsvRecordIterator implements Iterator<InternalRow> {

    private static final JsonFactory JSON = new JsonFactory();

    private final UTF8String file;
    private final Reader reader;
    private final CsvRecords records;
    private final CsvHeader header;
    private final int[] places;
    private final int width;
    private @Nullable CsvRecord next;
    private boolean ended;

    CsvRecordIterator(SourceFile file, Reader reader, CsvRecords records, CsvHeader header, ColumnIndex columns) {
        this.file = UTF8String.fromString(file.path());
        this.reader = reader;
        this.records = records;
        this.header = header;
        this.places = header.names().stream().mapToInt(columns::of).toArray();
        this.width = columns.columns().size();
    }

    @Override
    public boolean hasNext() {
        try {
            if (next == null && !ended) {
                next = records.next();
            }
            if (next == null && !ended) {
                ended = true;
                reader.close();
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(file.toString(), cause);
        }
        return next != null;
    }

    @Override
    public InternalRow next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        CsvRecord record = next;
        next = null;
        return row(record);
    }

    private InternalRow row(CsvRecord record) {
        List<String> fields = record.fields();
        boolean readable = fields != null && fields.size() == places.length;
        Object[] values = new Object[width + RecordColumns.ALL.size()];
        if (fields != null && readable) {
            for (int i = 0; i < places.length; i++) {
                if (places[i] != ColumnIndex.NONE) {
                    values[places[i]] = UTF8String.fromString(fields.get(i));
                }
            }
        }
        values[width] = file;
        values[width + 1] = record.line();
        values[width + 2] = UTF8String.fromString(readable && fields != null ? json(fields) : record.text());
        values[width + 3] = !readable;
        return new GenericInternalRow(values);
    }

    private String json(List<String> fields) {
        StringWriter json = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(json)) {
            generator.writeStartObject();
            for (int i = 0; i < places.length; i++) {
                generator.writeStringField(header.names().get(i), fields.get(i));
            }
            generator.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return json.toString();
    }
}
