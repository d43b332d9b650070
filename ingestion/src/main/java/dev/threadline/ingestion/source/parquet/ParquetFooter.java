package dev.threadline.ingestion.source.parquet;

import dev.threadline.ingestion.FormatErrors;
import dev.threadline.ingestion.SparkFailures;
import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.source.file.SourceFile;
import dev.threadline.ingestion.source.file.TextFiles;
import java.io.IOException;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/** What the end of a Parquet file tells: whether it is one at all, and of which columns. */
public final class ParquetFooter {

    private ParquetFooter() {}

    /** Reads it; an exception if that cannot be done, a user error where it is known why. */
    public static void check(SourceFile file, Configuration hadoop) throws IOException {
        try {
            ParquetFileReader.open(HadoopInputFile.fromPath(file.location(), hadoop))
                    .close();
        } catch (RuntimeException cause) {
            throw mistake(file, hadoop, cause).map(RuntimeException.class::cast).orElse(cause);
        }
    }

    /** What is wrong with the file where reading its footer failed so: a column of a strange type, or no Parquet at all. */
    static Optional<UserError> mistake(SourceFile file, Configuration hadoop, Throwable failure) {
        Optional<String> type = SparkFailures.parquetType(failure);
        if (type.isPresent()) {
            return Optional.of(FormatErrors.parquetType(file.path(), type.get(), failure));
        }
        boolean isNone = ExceptionUtils.getThrowableList(failure).stream()
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains("is not a Parquet file"));
        try {
            return isNone
                    ? Optional.of(FormatErrors.noParquet(file.path(), TextFiles.kindOf(file, hadoop), failure))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
