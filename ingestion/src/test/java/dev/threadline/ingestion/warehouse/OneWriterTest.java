package dev.threadline.ingestion.warehouse;

import static dev.threadline.ingestion.SharedSpark.SPARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneWriterTest {

    @TempDir
    java.nio.file.Path folder;

    private interface Way {
        void write(Path file, String line) throws IOException;
    }

    @Test
    void theFirstStays() throws IOException {
        check((file, line) -> OneWriter.write(SPARK, file, line));
    }

    @Test
    void theFirstStaysWhereDeltaDecidesWhoIsTheFirst() throws IOException {
        check((file, line) -> OneWriter.commit(SPARK, SPARK.sessionState().newHadoopConf(), file, line));
    }

    private void check(Way way) throws IOException {
        java.nio.file.Path file = folder.resolve("_file");
        way.write(new Path(file.toUri()), "one");

        assertThatThrownBy(() -> way.write(new Path(file.toUri()), "other")).isInstanceOf(IOException.class);

        assertThat(Files.readString(file).strip()).isEqualTo("one");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
