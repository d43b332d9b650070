package dev.threadline.ingestion;

import io.delta.exceptions.DeltaConcurrentModificationException;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.SparkThrowable;
import org.jspecify.annotations.Nullable;

/** Tells mistakes of a user's from failures of ours, where Spark threw. */
public final class SparkFailures {

    private SparkFailures() {}

    /**
     * The user error behind a failure of Spark's, where it is one: no right, no room, a damaged file. Any other failure
     * comes back as it is.
     */
    public static RuntimeException explained(Throwable failure, String warehouse) {
        Optional<UserError> known = userError(failure);
        if (known.isPresent()) {
            return known.get();
        }
        List<Throwable> fromTheRoot = new ArrayList<>(ExceptionUtils.getThrowableList(failure));
        Collections.reverse(fromTheRoot);
        for (Throwable cause : fromTheRoot) {
            UserError mistake = mistake(cause, failure, warehouse);
            if (mistake != null) {
                return mistake;
            }
        }
        if (hasCondition(failure, "DELTA_CANNOT_CREATE_LOG_PATH")) {
            return StoreErrors.notWritable(warehouse, failure);
        }
        if (hasCondition(failure, "FAILED_READ_FILE")) {
            return IngestionErrors.unreadable(fileOf(failure).orElse("a file"), failure);
        }
        return failure instanceof RuntimeException bug ? bug : new IllegalStateException(failure);
    }

    /** The type of a column of a Parquet file that Spark does not read, where that is what failed. */
    public static Optional<String> parquetType(Throwable failure) {
        return ExceptionUtils.getThrowableList(failure).stream()
                .filter(SparkThrowable.class::isInstance)
                .map(SparkThrowable.class::cast)
                .filter(spark -> String.valueOf(spark.getCondition()).startsWith("PARQUET_TYPE_"))
                .map(spark -> spark.getMessageParameters().getOrDefault("parquetType", "unknown"))
                .findFirst();
    }

    /** The one that knows most: whoever threw it last. */
    private static Optional<UserError> userError(Throwable failure) {
        return ExceptionUtils.getThrowableList(failure).stream()
                .filter(UserError.class::isInstance)
                .map(UserError.class::cast)
                .findFirst();
    }

    /**
     * The condition under which Spark could not compute a value of a query, such as a cast or a pattern that does not fit;
     * its message is left out, as it may quote the value.
     */
    public static Optional<String> ofValue(Throwable failure) {
        return ExceptionUtils.getThrowableList(failure).stream()
                .filter(SparkThrowable.class::isInstance)
                .map(SparkThrowable.class::cast)
                .filter(spark -> isOfValue(spark.getSqlState()))
                .map(SparkThrowable::getCondition)
                .findFirst();
    }

    /** States of data exceptions, of what a query raised itself, and of patterns that Spark reads otherwise than before. */
    private static boolean isOfValue(@Nullable String sqlState) {
        return sqlState != null && (sqlState.startsWith("22") || sqlState.equals("P0001") || sqlState.equals("42K0B"));
    }

    private static @Nullable UserError mistake(Throwable cause, Throwable failure, String warehouse) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof DeltaConcurrentModificationException) {
            return StoreErrors.anotherRun(cause);
        }
        if (message.contains("No space left on device")) {
            return StoreErrors.diskFull(cause);
        }
        if (message.contains("not a gzip file")) {
            return FormatErrors.noGzip(fileOf(failure).orElse("a file"), cause);
        }
        if (cause instanceof EOFException || cause instanceof ZipException || isOfGzip(message)) {
            return FormatErrors.truncated(fileOf(failure).orElse("a file"), cause);
        }
        if (cause instanceof AccessControlException
                || cause instanceof AccessDeniedException
                || message.contains("Permission denied")
                || message.contains("Read-only file system")) {
            return StoreErrors.noRight(fileOf(failure), "in the warehouse " + warehouse, cause);
        }
        UserError ofStore = StoreFailures.mistake(cause, warehouse);
        if (ofStore != null) {
            return ofStore;
        }
        if (message.contains("Mkdirs failed")
                || message.contains("Parent path is not a directory")
                || cause instanceof FileAlreadyExistsException
                || cause instanceof ParentNotDirectoryException) {
            return StoreErrors.notWritable(warehouse, cause);
        }
        return null;
    }

    /** As Hadoop's codec says it, where the bytes are not what gzip makes. */
    private static boolean isOfGzip(String message) {
        return Stream.of("gzip stream", "gzip header", "stored gzip size").anyMatch(message::contains);
    }

    private static boolean hasCondition(Throwable failure, String condition) {
        return ExceptionUtils.getThrowableList(failure).stream()
                .anyMatch(cause -> cause instanceof SparkThrowable spark
                        && spark.getCondition() != null
                        && spark.getCondition().startsWith(condition));
    }

    private static Optional<String> fileOf(Throwable failure) {
        for (Throwable cause : ExceptionUtils.getThrowableList(failure)) {
            if (cause instanceof SparkThrowable spark
                    && spark.getMessageParameters().containsKey("path")) {
                return Optional.of(localPath(spark.getMessageParameters().get("path")));
            }
            if (cause instanceof UncheckedIOException named) {
                return Optional.of(String.valueOf(named.getMessage()));
            }
        }
        return Optional.empty();
    }

    private static String localPath(String uri) {
        try {
            URI parsed = new URI(uri);
            return "file".equals(parsed.getScheme()) ? parsed.getPath() : uri;
        } catch (URISyntaxException notEncoded) {
            return uri;
        }
    }
}
