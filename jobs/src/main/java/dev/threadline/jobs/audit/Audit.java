package dev.threadline.jobs.audit;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.jobs.publication.BuiltTables;
import dev.threadline.jobs.sql.SqlFile;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Checks the laws of {@code audit/laws.sql} on the tables of a build. */
public final class Audit {

    private static final String LAWS = "/audit/laws.sql";
    private static final String READ = "read_messages";

    private final SparkSession spark;

    public Audit(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * A law and how often it was broken.
     *
     * @param sum what its second side came to; 0 of a law that counts violations
     */
    public record Finding(String law, long violations, long sum) {}

    /**
     * Checks every law.
     *
     * @param tables the rows of each table
     * @param records how many were read
     * @return the laws with their violations, 0 where a law holds
     */
    public List<Finding> check(Function<Table<?>, Dataset<Row>> tables, long records) {
        return sums(tables, records).stream().map(Sums::finding).toList();
    }

    /**
     * Checks every law on what a change of the tables added and took away: where the laws held before, they hold after it
     * if its sums differ alike.
     *
     * @param added the rows that came, of each table
     * @param removed the rows that went, of each table
     * @param moreRecords how many more were read
     */
    public List<Finding> checkChange(
            Function<Table<?>, Dataset<Row>> added, Function<Table<?>, Dataset<Row>> removed, long moreRecords) {
        return Sums.changed(sums(added, moreRecords), sums(removed, 0)).stream()
                .map(Sums::finding)
                .toList();
    }

    private List<Sums> sums(Function<Table<?>, Dataset<Row>> tables, long records) {
        BuiltTables.ALL.forEach(table -> tables.apply(table).createOrReplaceTempView(table.name()));
        spark.createDataset(List.of(records), Encoders.LONG()).toDF("records").createOrReplaceTempView(READ);
        try {
            return spark.sql(SqlFile.read(LAWS)).collectAsList().stream()
                    .map(row -> new Sums(row.getString(0), row.getLong(1), row.getLong(2)))
                    .toList();
        } finally {
            BuiltTables.ALL.forEach(table -> spark.catalog().dropTempView(table.name()));
            spark.catalog().dropTempView(READ);
        }
    }
}
