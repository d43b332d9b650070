package dev.threadline.ingestion.source.mapping;

import dev.threadline.ingestion.IngestionErrors;
import dev.threadline.ingestion.source.column.RecordColumns;
import dev.threadline.ingestion.source.csv.CsvFiles;
import dev.threadline.ingestion.source.file.ReplacedBytes;
import dev.threadline.ingestion.source.file.SourceFile;
import dev.threadline.ingestion.source.file.SourceFormat;
import dev.threadline.ingestion.source.file.TextFiles;
import dev.threadline.ingestion.source.json.JsonLines;
import dev.threadline.ingestion.source.json.JsonRecord;
import dev.threadline.ingestion.source.parquet.ParquetFiles;
import dev.threadline.ingestion.source.parquet.ParquetFooter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * What a set of files holds, seen as one view {@code raw} in which every column is text. Which columns there are is
 * known from CSV headers, Parquet schemas, and the first lines of JSON files.
 */
public final class RawRecords {

    private static final int SAMPLED_FILES = 20;
    private static final int SAMPLED_LINES = 1_000;

    private final SparkSession spark;
    private final Map<SourceFormat, List<SourceFile>> files;
    private final ReplacedBytes replaced;
    private List<String> columns = List.of();
    private @Nullable Set<String> names;
    private boolean complete;

    public RawRecords(SparkSession spark, Collection<SourceFile> files) {
        this.spark = spark;
        this.replaced = ReplacedBytes.in(spark);
        this.files = files.stream()
                .collect(Collectors.groupingBy(
                        SourceFile::format, () -> new EnumMap<>(SourceFormat.class), Collectors.toList()));
    }

    /** The names of the columns, of JSON files as far as their first lines tell. */
    Set<String> names() {
        if (names == null) {
            names = sampled();
        }
        return names;
    }

    /** Reads all JSON lines for names that only later lines have; false if nothing was left to look at. */
    boolean completeNames() {
        if (complete) {
            return false;
        }
        names().addAll(JsonLines.names(spark, of(SourceFormat.JSON_LINES)));
        complete = true;
        return true;
    }

    /** What looks at the beginning of a file as reading the records does; it can be handed to tasks. */
    public Beginning beginning() {
        return new Beginning(columns, replaced);
    }

    /**
     * Looks whether a file can be read, by its beginning.
     *
     * @param columns those that are wanted of it
     * @param replaced is told of lines that are no UTF-8
     */
    public record Beginning(List<String> columns, ReplacedBytes replaced) implements Serializable {

        /** A user error, or an {@link IOException}, if it cannot. */
        public void check(SourceFile file, Configuration hadoop) throws IOException {
            switch (file.format()) {
                case JSON_LINES -> JsonLines.check(file, hadoop, columns, replaced);
                case CSV -> CsvFiles.check(file, hadoop, columns);
                case PARQUET -> ParquetFooter.check(file, hadoop);
            }
        }
    }

    /** What the user should know of the files, once they were read. */
    public List<String> notes() {
        return replaced.told();
    }

    /** The records with the wanted columns; one that a file does not have is {@code NULL} there. */
    Dataset<Row> read(List<String> wanted) {
        columns = List.copyOf(wanted);
        return Arrays.stream(SourceFormat.values())
                .filter(files::containsKey)
                .map(this::read)
                .reduce(Dataset::unionAll)
                .orElseGet(() -> spark.createDataFrame(List.of(), RecordColumns.rawSchema(columns)));
    }

    private Dataset<Row> read(SourceFormat format) {
        return switch (format) {
            case JSON_LINES -> JsonLines.read(spark, of(format), columns, replaced);
            case CSV -> CsvFiles.read(spark, of(format), columns, replaced);
            case PARQUET -> ParquetFiles.read(spark, of(format), columns);
        };
    }

    private Set<String> sampled() {
        Set<String> found = new TreeSet<>(ParquetFiles.names(spark, of(SourceFormat.PARQUET)));
        found.addAll(CsvFiles.names(spark.sessionState().newHadoopConf(), of(SourceFormat.CSV)));
        List<SourceFile> json = of(SourceFormat.JSON_LINES);
        complete = json.size() <= SAMPLED_FILES;
        for (SourceFile file : json.subList(0, Math.min(SAMPLED_FILES, json.size()))) {
            complete &= sample(file, found);
        }
        return found;
    }

    /** Adds the names in the first lines; true if these were all. */
    private boolean sample(SourceFile file, Set<String> found) {
        try (BufferedReader reader = TextFiles.reader(file, spark.sessionState().newHadoopConf())) {
            for (int i = 0; i < SAMPLED_LINES; i++) {
                String line = reader.readLine();
                if (line == null) {
                    return true;
                }
                JsonRecord.addNames(line.getBytes(StandardCharsets.UTF_8), found);
            }
            return false;
        } catch (IOException cause) {
            throw IngestionErrors.unreadable(file.path(), cause);
        }
    }

    private List<SourceFile> of(SourceFormat format) {
        return files.getOrDefault(format, new ArrayList<>());
    }
}
