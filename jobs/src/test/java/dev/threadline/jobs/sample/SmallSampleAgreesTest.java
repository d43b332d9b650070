package dev.threadline.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.jobs.reference.CoreInMemory;
import dev.threadline.jobs.reference.Disagreements;
import dev.threadline.jobs.reference.Reference;
import dev.threadline.jobs.reference.Settings;
import dev.threadline.jobs.reference.Tables;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Spark, the core in memory and the reference say the same of the small sample. */
class SmallSampleAgreesTest {

    private static final int SHOWN = 15;

    private final PublishedSample sample = PublishedSample.small();

    @Test
    void sparkAgreesWithTheCore() {
        Tables core = CoreInMemory.tables(sample.messages(), sample.asOf(), sample.configuration());
        Tables spark = sample.tables();
        for (String table : Tables.COMPARED) {
            assertThat(sorted(spark.rows(table))).as(table).isEqualTo(sorted(core.rows(table)));
        }
    }

    @Test
    void sparkAgreesWithTheReference() throws SQLException {
        try (Reference reference = new Reference()) {
            Tables plain = reference.tables(sample.messages(), sample.asOf(), Settings.DEFAULTS);
            List<String> disagreements = Disagreements.between(sample.tables(), plain);
            assertThat(disagreements.stream().limit(SHOWN)).isEmpty();
        }
    }

    private static List<Map<String, @Nullable Object>> sorted(List<Map<String, @Nullable Object>> rows) {
        return rows.stream().sorted(Comparator.comparing(Map::toString)).toList();
    }
}
