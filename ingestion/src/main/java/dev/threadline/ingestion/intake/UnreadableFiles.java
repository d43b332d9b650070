package dev.threadline.ingestion.intake;

import dev.threadline.ingestion.IngestionErrors;
import dev.threadline.ingestion.SparkFailures;
import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.source.file.SourceFile;
import dev.threadline.ingestion.source.file.SourceFormat;
import dev.threadline.ingestion.source.file.TextFiles;
import dev.threadline.ingestion.source.parquet.ParquetFooter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Looks at all files once one of them could not be read, so that a run names every one that cannot. */
final class UnreadableFiles {

    /** Packed files are unpacked to their ends unless that takes minutes; of larger ones only the beginning is looked at. */
    private static final long MOST_UNPACKED_BYTES = 1L << 30;

    private UnreadableFiles() {}

    /** The mistake that names them all; {@code first} if it is none of a file, or the only one. */
    static RuntimeException all(SparkSession spark, List<SourceFile> files, RuntimeException first) {
        Optional<String> named = first instanceof UserError mistake ? mistake.file() : Optional.empty();
        if (named.isEmpty() || files.stream().noneMatch(file -> file.path().equals(named.get()))) {
            return first;
        }
        Map<String, UserError> mistakes = new TreeMap<>();
        found(spark, files).forEach(mistake -> mistakes.put(mistake.file().orElseThrow(), mistake));
        mistakes.put(named.get(), (UserError) first);
        return mistakes.size() == 1
                ? first
                : IngestionErrors.severalUnreadable(List.copyOf(mistakes.values()), files.size());
    }

    private static List<UserError> found(SparkSession spark, List<SourceFile> files) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        SerializableConfiguration hadoop =
                new SerializableConfiguration(spark.sessionState().newHadoopConf());
        boolean toTheEnd = files.stream()
                        .filter(SourceFile::isPacked)
                        .mapToLong(SourceFile::sizeBytes)
                        .sum()
                <= MOST_UNPACKED_BYTES;
        return context.parallelize(files, Math.min(files.size(), 4 * context.defaultParallelism()))
                .flatMap(
                        file -> mistake(file, hadoop.value(), toTheEnd).stream().iterator())
                .collect();
    }

    private static Optional<UserError> mistake(SourceFile file, Configuration hadoop, boolean toTheEnd) {
        try {
            read(file, hadoop, toTheEnd);
            return Optional.empty();
        } catch (UserError mistake) {
            return mistake.file().isPresent() ? Optional.of(mistake) : Optional.empty();
        } catch (IOException | RuntimeException cause) {
            IOException failure = cause instanceof IOException own ? own : new IOException(cause);
            RuntimeException explained =
                    SparkFailures.explained(new UncheckedIOException(file.path(), failure), file.path());
            return Optional.of(
                    explained instanceof UserError known && known.file().isPresent()
                            ? known
                            : IngestionErrors.unreadable(file.path(), cause));
        }
    }

    private static void read(SourceFile file, Configuration hadoop, boolean toTheEnd) throws IOException {
        if (file.format() == SourceFormat.PARQUET) {
            ParquetFooter.check(file, hadoop);
            return;
        }
        try (Reader text = TextFiles.reader(file, hadoop)) {
            if (toTheEnd && file.isPacked()) {
                text.transferTo(Writer.nullWriter());
            }
        }
    }
}
