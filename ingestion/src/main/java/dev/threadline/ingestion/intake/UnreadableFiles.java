package dev.threadline.ingestion.intake;

import dev.threadline.ingestion.IngestionErrors;
import dev.threadline.ingestion.SparkFailures;
import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.source.file.SourceFile;
import dev.threadline.ingestion.source.file.TextFiles;
import dev.threadline.ingestion.source.mapping.RawRecords;
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
    static RuntimeException all(SparkSession spark, Batch batch, RuntimeException first) {
        List<SourceFile> files = batch.files();
        Optional<String> named = first instanceof UserError mistake ? mistake.file() : Optional.empty();
        if (named.isEmpty() || files.stream().noneMatch(file -> file.path().equals(named.get()))) {
            return first;
        }
        Map<String, UserError> mistakes = new TreeMap<>();
        found(spark, files, batch.raw().beginning())
                .forEach(mistake -> mistakes.put(mistake.file().orElseThrow(), mistake));
        mistakes.put(named.get(), (UserError) first);
        return mistakes.size() == 1
                ? first
                : IngestionErrors.severalUnreadable(List.copyOf(mistakes.values()), files.size());
    }

    private static List<UserError> found(SparkSession spark, List<SourceFile> files, RawRecords.Beginning beginning) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        SerializableConfiguration hadoop =
                new SerializableConfiguration(spark.sessionState().newHadoopConf());
        boolean toTheEnd = files.stream()
                        .filter(SourceFile::isPacked)
                        .mapToLong(SourceFile::sizeBytes)
                        .sum()
                <= MOST_UNPACKED_BYTES;
        return context.parallelize(files, Math.min(files.size(), 4 * context.defaultParallelism()))
                .flatMap(file -> mistake(file, hadoop.value(), beginning, toTheEnd).stream()
                        .iterator())
                .collect();
    }

    private static Optional<UserError> mistake(
            SourceFile file, Configuration hadoop, RawRecords.Beginning beginning, boolean toTheEnd) {
        try {
            beginning.check(file, hadoop);
            if (toTheEnd && file.isPacked()) {
                unpack(file, hadoop);
            }
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

    private static void unpack(SourceFile file, Configuration hadoop) throws IOException {
        try (Reader text = TextFiles.reader(file, hadoop)) {
            text.transferTo(Writer.nullWriter());
        }
    }
}
