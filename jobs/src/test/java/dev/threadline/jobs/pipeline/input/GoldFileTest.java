package dev.threadline.jobs.pipeline.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.warehouse.SparkSessions;
import dev.threadline.jobs.gold.GoldLabels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldFileTest {

    private static final SparkSession SPARK = SparkSessions.start(Map.of("spark.master", "local[2]"));
    private static final String HEADER = "thread_id,message_id,conversation_id\n";

    @TempDir
    Path folder;

    @Test
    void aRowWithoutALabelIsPassedOver() throws IOException {
        GoldLabels labels = read(HEADER + "t,m1,a\nt,m2,\nt,m3,\"  \"\n ,m4,a\n,,\nt,m5,\"b, \"\"c\"\"\nd\"\n");
        assertThat(labels.size()).isEqualTo(2);
        assertThat(labels.of("any", "t")).containsEntry("m1", "a").containsEntry("m5", "b, \"c\"\nd");
    }

    @Test
    void aBlankSourceIsNone() throws IOException {
        GoldLabels labels = read("source,thread_id,message_id,conversation_id\n,t,m1,a\ns,u,m1,b\n");
        assertThat(labels.of("any", "t")).containsEntry("m1", "a");
        assertThat(labels.of("any", "u")).isEmpty();
        assertThat(labels.of("s", "u")).containsEntry("m1", "b");
    }

    @Test
    void otherSeparatorsAreReadWhateverTheNameSays() throws IOException {
        for (String separator : List.of(";", "\t", "|")) {
            Path file = Files.writeString(folder.resolve("labels.txt"), (HEADER + "t,m1,a\n").replace(",", separator));
            assertThat(GoldFile.read(SPARK, file.toString()).of("any", "t"))
                    .as(separator)
                    .containsEntry("m1", "a");
        }
        assertThat(read("sep=;\n" + (HEADER + "t,m1,a\n").replace(',', ';')).size())
                .isEqualTo(1);
    }

    @Test
    void anotherEncodingIsNamed() throws IOException {
        Path file = Files.write(folder.resolve("labels.csv"), (HEADER + "t,m1,a\n").getBytes(StandardCharsets.UTF_16));
        assertThatThrownBy(() -> GoldFile.read(SPARK, file.toString()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(file + ". It is UTF-16");
    }

    @Test
    void aLineThatCannotBeReadIsNamedAndQuotesNothing() {
        for (String broken : List.of("\"secret", "\"secret\"x", "secret,b", "")) {
            String rest = broken.isEmpty() ? "" : "," + broken;
            assertThatThrownBy(() -> read(HEADER + "t,m1,a\nt,m2" + rest + "\nt,m3,b\nt,m4,c\n"))
                    .as(broken)
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith("Line 3 of the file of true conversations " + folder.resolve("labels.csv"))
                    .message()
                    .doesNotContain("secret");
        }
    }

    @Test
    void aPathWhereNothingIsIsNamed() {
        Path nowhere = folder.resolve("nowhere.csv");
        assertThatThrownBy(() -> GoldFile.read(SPARK, nowhere.toString()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Cannot read " + nowhere);
    }

    private GoldLabels read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("labels.csv"), text);
        return GoldFile.read(SPARK, file.toString());
    }
}
