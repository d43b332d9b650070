package dev.threadline.ingestion.warehouse;

import static dev.threadline.ingestion.SharedSpark.SPARK;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkSqlTest {

    private static final String ODD_NAME = "o'brien`s \"\\ place";

    @TempDir
    Path folder;

    @Test
    void aTableIsFoundWhateverItsFolderIsCalled() {
        String location = folder.resolve(ODD_NAME).toString();
        SPARK.range(3).write().format("delta").save(location);

        SPARK.sql("ALTER TABLE " + SparkSql.table(location) + " ADD COLUMNS (more INT)");

        assertThat(SPARK.sql("SELECT * FROM " + SparkSql.table(location)).columns())
                .containsExactly("id", "more");
    }

    @Test
    void aTextInQuotesIsWhatItWas() {
        assertThat(SPARK.sql("SELECT '" + SparkSql.inQuotes(ODD_NAME) + "'")
                        .head()
                        .getString(0))
                .isEqualTo(ODD_NAME);
    }
}
