package dev.threadline.dashboard.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.dashboard.warehouse.WarehouseSnapshot;
import dev.threadline.ingestion.intake.IngestJob;
import dev.threadline.ingestion.intake.IngestRequest;
import dev.threadline.ingestion.intake.ReadmitJob;
import dev.threadline.ingestion.intake.ReadmitRequest;
import dev.threadline.ingestion.warehouse.CreateOnceLogStore;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.erasure.ForgetJob;
import dev.threadline.jobs.erasure.Receipt;
import dev.threadline.jobs.maintenance.MaintainJob;
import dev.threadline.jobs.publication.BuiltTables;
import dev.threadline.jobs.publication.Rollback;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jobs and the dashboard on a server that speaks S3, with the connector that is packaged; run by {@code verify}. */
class ObjectStoreIT {

    private static final String PLACE = "s3a://" + S3Server.BUCKET + "/tables";

    @TempDir
    private static Path folder;

    private static S3Server server;
    private static Map<String, String> settings;
    private static SparkSession spark;

    @BeforeAll
    static void start() throws IOException {
        server = S3Server.start(folder);
        settings = server.settings();
        spark = StoreJobs.spark(server);
    }

    @AfterAll
    static void stop() throws IOException {
        StoreJobs.stop(spark, server);
    }

    @Test
    void jobsAndDashboardDoInAStoreWhatTheyDoInAFolder() throws Exception {
        Path first = StoreJobs.log(folder, "first", 0, 20, "hello");
        Path second = StoreJobs.log(folder, "second", 15, 30, "hello again");
        Warehouse inStore = new Warehouse(spark, PLACE);
        StoreJobs.ingest(inStore, first);
        StoreJobs.publish(inStore);
        assertThat(tables(store())).isNotEmpty();
        List<Path> ofFirst = copies("conversations");
        StoreJobs.ingest(inStore, second);
        StoreJobs.publish(inStore);
        deleteAllButNewest(inStore, ConversationsTable.TABLE);
        Path local = folder.resolve("tables");
        Warehouse inFolder = new Warehouse(spark, local.toString());
        StoreJobs.ingest(inFolder, first, second);
        StoreJobs.publish(inFolder);

        List<String> ofFolder = tables(new LocalFolder(local));
        assertThat(tables(store())).isEqualTo(ofFolder);
        List<Path> copies = copies("conversations");
        assertThat(copies).isNotEmpty();
        assertThat(ofFirst)
                .as("copies go with their originals")
                .anySatisfy(copy -> assertThat(copy).doesNotExist());

        for (Path copy : copies) {
            Files.setLastModifiedTime(copy, FileTime.from(Instant.EPOCH));
        }
        new FileCache(new CacheSettings(folder.resolve("copies"), 0), InstantSource.system()).makeRoom(0);
        assertThat(copies("conversations")).isEmpty();
        assertThat(tables(store())).isEqualTo(ofFolder);
        assertThat(copies("conversations")).isEqualTo(copies);
    }

    @Test
    void whatKeepsAWarehouseWorksInAStore() throws Exception {
        Path log = StoreJobs.log(folder, "kept", 0, 20, "hello");
        Path unread = Files.writeString(
                folder.resolve("unread.jsonl"),
                "{\"thread_id\":\"t0\",\"message_id\":\"late\",\"at\":\"2026-03-09T12:00:00Z\",\"sender_role\":\"bot\"}\n");
        Path mended = Files.writeString(
                folder.resolve("canonical.sql"),
                "SELECT 's' AS source, thread_id, message_id, at AS sent_at, sender_role FROM raw");
        Warehouse warehouse = new Warehouse(spark, "s3a://" + S3Server.BUCKET + "/kept");
        StoreJobs.ingest(warehouse, log);
        StoreJobs.publish(warehouse);
        new IngestJob(warehouse)
                .run(new IngestRequest(List.of(unread.toString()), "canonical", StoreJobs.NOW, "unread", false, 1));
        assertThat(new ReadmitJob(warehouse)
                        .run(new ReadmitRequest(
                                Optional.of(mended.toString()), Optional.empty(), StoreJobs.NOW, "again"))
                        .accepted())
                .isEqualTo(1);
        List<String> before = StoreJobs.published(warehouse);
        StoreJobs.publish(warehouse);
        assertThat(StoreJobs.published(warehouse)).isNotEqualTo(before);
        new Rollback(warehouse).run(OptionalLong.empty(), "back", StoreJobs.NOW.toEpochMilli());
        assertThat(StoreJobs.published(warehouse)).isEqualTo(before);
        new MaintainJob(warehouse, Configuration.defaults().retention(), step -> {}).run("maintain", StoreJobs.NOW);
        assertThat(StoreJobs.published(warehouse)).isEqualTo(before);
        Receipt receipt = new ForgetJob(
                        warehouse, asOf -> StoreJobs.publish(warehouse).publication(), step -> {})
                .run(new ForgetJob.Request(List.of("c3"), Optional.empty(), true, "forget", StoreJobs.NOW));
        assertThat(receipt.messages()).isEqualTo(6);
        assertThat(StoreJobs.published(warehouse)).hasSameSizeAs(before).noneMatch(row -> row.contains("c3,"));
    }

    @Test
    void theSecondOfTwoWhoWriteTheSameCommitIsRefused() throws IOException {
        org.apache.hadoop.conf.Configuration hadoop = spark.sessionState().newHadoopConf();
        CreateOnceLogStore log = new CreateOnceLogStore(hadoop);
        org.apache.hadoop.fs.Path commit =
                new org.apache.hadoop.fs.Path("s3a://" + S3Server.BUCKET + "/log/00000000000000000000.json");
        log.write(commit, List.of("one", "and one").iterator(), false, hadoop);
        assertThatThrownBy(() -> log.write(commit, List.of("two").iterator(), false, hadoop))
                .isInstanceOf(FileAlreadyExistsException.class);
        log.write(commit, List.of("one", "and one").iterator(), false, hadoop);
        try (var lines = log.read(commit, hadoop)) {
            assertThat(lines).toIterable().containsExactly("one", "and one");
        }
    }

    /** As {@code maintain} does with files that no publication needs any more. */
    private static void deleteAllButNewest(Warehouse warehouse, Table<?> table) throws IOException {
        Set<String> needed =
                warehouse.at(table, warehouse.version(table)).files().keySet();
        org.apache.hadoop.fs.Path of = new org.apache.hadoop.fs.Path(warehouse.location(table));
        FileSystem system = of.getFileSystem(spark.sessionState().newHadoopConf());
        for (FileStatus file : system.listStatus(of)) {
            if (file.isFile() && !needed.contains(file.getPath().getName())) {
                system.delete(file.getPath(), false);
            }
        }
    }

    private static Storage store() {
        return new ObjectStore(PLACE, settings, new CacheSettings(folder.resolve("copies"), 1_000_000_000));
    }

    private static List<Path> copies(String table) throws IOException {
        return FileCache.copies(folder.resolve("copies")).stream()
                .map(FileCache.Copy::path)
                .filter(copy -> copy.toString().contains("/" + table + "/"))
                .sorted()
                .toList();
    }

    /** Every row of every table that is built, each with its table's name. */
    private static List<String> tables(Storage storage) throws SQLException {
        String all = BuiltTables.ALL.stream()
                .map(table -> "SELECT '%1$s ' || t::VARCHAR FROM %1$s AS t".formatted(table.name()))
                .collect(Collectors.joining(" UNION ALL ", "", " ORDER BY 1"));
        List<String> rows = new ArrayList<>();
        try (WarehouseSnapshot snapshot =
                        dev.threadline.dashboard.warehouse.Warehouse.in(storage).open();
                Connection connection = snapshot.connect().orElseThrow();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(all)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
