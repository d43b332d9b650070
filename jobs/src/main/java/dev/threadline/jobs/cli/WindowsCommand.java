package dev.threadline.jobs.cli;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.SparkSessions;
import dev.threadline.ingestion.warehouse.SparkSql;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.sql.SqlFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The tables of a build by Spark's window functions, as a process that the benchmark measures. */
@Command(name = "bench-windows", description = "Writes the tables of a build by window functions.", hidden = true)
public final class WindowsCommand implements Callable<Integer> {

    private static final Pattern STATEMENT_END = Pattern.compile(";\\s*\\R");

    /** Tables that the script makes on its way. */
    private static final List<String> SCRATCH =
            List.of("bounds", "steps", "handled", "spans", "conversations", "turns", "stints");

    @Option(names = "--warehouse", required = true, description = "Where the messages are.")
    String warehouse = "";

    @Option(names = "--out", required = true, description = "Folder for the tables.")
    Path out = Path.of(".");

    @Override
    public Integer call() throws IOException {
        try (SparkSession spark = SparkSessions.start(Map.of())) {
            write(new Warehouse(spark, warehouse), out);
        }
        return 0;
    }

    /** Writes each table as a folder of Parquet files. */
    public static void write(Warehouse warehouse, Path out) {
        SparkSession spark = warehouse.spark().newSession();
        Path scratch = out.toAbsolutePath().resolve("scratch");
        String script = SqlFile.read("/bench/windows.sql")
                .replace("${messages}", SparkSql.table(warehouse.location(MessagesTable.TABLE)))
                .replace("${out}", SparkSql.inQuotes(out.toAbsolutePath().toString()))
                .replace("${scratch}", SparkSql.inQuotes(scratch.toString()));
        try {
            STATEMENT_END.splitAsStream(script).forEach(spark::sql);
        } finally {
            SCRATCH.forEach(table -> spark.sql("DROP TABLE IF EXISTS " + table));
            FileUtil.fullyDelete(scratch.toFile());
        }
    }
}
