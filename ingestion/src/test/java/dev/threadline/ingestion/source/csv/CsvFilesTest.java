package dev.threadline.ingestion.source.csv;

import static dev.threadline.ingestion.SharedSpark.SPARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.ingestion.source.column.ColumnIndex;
import dev.threadline.ingestion.source.file.ReplacedBytes;
import dev.threadline.ingestion.source.file.SourceFile;
import dev.threadline.ingestion.source.file.SourceFormat;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.junit.jupiter.api.Test;

class CsvFilesTest {

    private static final SourceFile FILE = new SourceFile("/log.csv", SourceFormat.CSV, 1, Instant.EPOCH);

    private boolean isClosed;

    @Test
    void aFileWhoseHeaderCannotBeReadIsClosed() {
        Reader damaged = new Reader() {
            @Override
            public int read(char[] buffer, int start, int length) throws IOException {
                throw new IOException("unexpected end of the archive");
            }

            @Override
            public void close() {
                isClosed = true;
            }
        };

        assertThatThrownBy(() -> records(damaged)).isInstanceOf(IOException.class);
        assertThat(isClosed).isTrue();
    }

    @Test
    void aFileIsClosedAtItsEnd() throws IOException {
        Reader whole = new StringReader("thread_id\nt1\nt2\n") {
            @Override
            public void close() {
                isClosed = true;
            }
        };

        Iterator<InternalRow> records = records(whole);

        assertThat(isClosed).isFalse();
        assertThat(records).toIterable().hasSize(2);
        assertThat(isClosed).isTrue();
    }

    private static Iterator<InternalRow> records(Reader text) throws IOException {
        return CsvFiles.records(FILE, text, new ColumnIndex(List.of("thread_id")), ReplacedBytes.in(SPARK));
    }
}
