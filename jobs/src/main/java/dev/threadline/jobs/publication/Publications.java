package dev.threadline.jobs.publication;

import dev.threadline.ingestion.warehouse.TableWriter;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.JobErrors;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** The publications of a warehouse. */
public final class Publications {

    private final Warehouse warehouse;

    public Publications(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** The newest publication, if there is any. */
    public Optional<Publication> newest() {
        return newestFirst(functions.lit(true));
    }

    /** The publication of this number, if there is one. */
    public Optional<Publication> numbered(long publicationId) {
        return newestFirst(functions.col("publication_id").equalTo(publicationId));
    }

    /** The newest publication before this one. */
    public Optional<Publication> before(Publication publication) {
        return newestFirst(functions.col("publication_id").lt(publication.publicationId()));
    }

    /** All publications, the oldest first. */
    public List<Publication> all() {
        return warehouse.has(PublicationsTable.TABLE) ? all(warehouse.read(PublicationsTable.TABLE)) : List.of();
    }

    private static List<Publication> all(Dataset<Row> rows) {
        return rows.orderBy("publication_id").collectAsList().stream()
                .map(Publications::fromRow)
                .toList();
    }

    /** Changes the rows of publications; fails if another run published since they were read. */
    public void change(UnaryOperator<Publication> change) {
        long seen = warehouse.version(PublicationsTable.TABLE);
        List<Publication> before = all(warehouse.readAt(PublicationsTable.TABLE, seen));
        List<Publication> after = before.stream().map(change).toList();
        if (!after.equals(before)) {
            new TableWriter(warehouse).replaceAllAsOf(seen, PublicationsTable.TABLE, after);
        }
    }

    private Optional<Publication> newestFirst(Column condition) {
        if (!warehouse.has(PublicationsTable.TABLE)) {
            return Optional.empty();
        }
        List<Row> rows = warehouse
                .read(PublicationsTable.TABLE)
                .where(condition)
                .orderBy(functions.col("publication_id").desc())
                .limit(1)
                .collectAsList();
        return rows.stream().findFirst().map(Publications::fromRow);
    }

    /** Makes a publication visible to readers; fails if another run published since its number was chosen. */
    public void add(Publication publication) {
        TableWriter writer = new TableWriter(warehouse);
        writer.create(PublicationsTable.TABLE);
        long seen = warehouse.version(PublicationsTable.TABLE);
        long last = newest().map(Publication::publicationId).orElse(0L);
        if (publication.publicationId() != last + 1) {
            throw JobErrors.publishedMeanwhile(last);
        }
        writer.appendAsOf(seen, PublicationsTable.TABLE, List.of(publication));
    }

    private static Publication fromRow(Row row) {
        return new Publication(
                row.<Long>getAs("publication_id"),
                row.<Instant>getAs("published_at").toEpochMilli(),
                row.getAs("run_id"),
                row.<Instant>getAs("as_of").toEpochMilli(),
                row.getAs("definition_version"),
                row.getAs("report_zone"),
                row.getAs("policy"),
                row.getAs("configuration"),
                row.getAs("fingerprint"),
                new TableVersions(row.<String, Long>getJavaMap(row.fieldIndex("table_versions"))),
                row.<Long>getAs("messages"),
                row.<Long>getAs("conversations"),
                row.<Long>getAs("unattached"),
                row.getAs("version"),
                instant(row, "retired_at"),
                instant(row, "erased_at"));
    }

    /** Of a column that tables of an earlier version do not have. */
    private static @Nullable Long instant(Row row, String column) {
        Instant instant = Arrays.asList(row.schema().fieldNames()).contains(column) ? row.getAs(column) : null;
        return instant == null ? null : instant.toEpochMilli();
    }
}
