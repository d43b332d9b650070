package dev.threadline.ingestion.message;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_millis;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.threadline.ingestion.MappingErrors;
import dev.threadline.ingestion.source.column.RecordColumns;
import dev.threadline.ingestion.source.mapping.SourceMapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * Records as a mapping gives them, made ready for validation: the fields of the log with their types and defaults, and
 * the reason if one cannot become a message.
 */
public final class MessageRecords {

    /** The reason code; {@code NULL} for a record that can become a message. */
    public static final String REASON = "reason";

    /** The fields of the log in the order of its format. */
    static final List<String> FIELDS = List.of(
            MessagesTable.SOURCE,
            MessagesTable.THREAD_ID,
            MessagesTable.MESSAGE_ID,
            MessagesTable.SENT_AT,
            MessagesTable.SENDER_ROLE,
            MessagesTable.SENDER_ID,
            MessagesTable.KIND,
            MessagesTable.EVENT,
            MessagesTable.ASSIGNEE_ID,
            MessagesTable.CHANNEL,
            MessagesTable.TEAM,
            MessagesTable.CUSTOMER_ID,
            MessagesTable.TEXT,
            MessagesTable.SEQUENCE,
            MessagesTable.REVISED_AT);

    private static final List<String> REQUIRED = List.of(
            MessagesTable.THREAD_ID, MessagesTable.MESSAGE_ID, MessagesTable.SENT_AT, MessagesTable.SENDER_ROLE);

    private static final String DEFAULT_KIND = "message";
    private static final String DEFAULT_CHANNEL = "unknown";
    private static final String GIVEN = "_is_given";

    private static final UserDefinedFunction EPOCH_MILLIS =
            udf((UDF1<String, Long>) EventTime::parse, DataTypes.LongType);

    private MessageRecords() {}

    /**
     * Prepares and validates records.
     *
     * @param mapped the columns of the mapping's SELECT and {@link RecordColumns}
     * @param now when ingestion began
     */
    public static Dataset<Row> validated(Dataset<Row> mapped, SourceMapping mapping, Instant now) {
        Map<String, StructField> made = columnsMade(mapped, mapping);
        List<Column> columns = new ArrayList<>();
        for (String field : FIELDS) {
            columns.addAll(prepared(field, made.get(field), mapping));
        }
        RecordColumns.ALL.forEach(name -> columns.add(col(name)));
        return mapped.select(columns.toArray(Column[]::new))
                .withColumn(
                        MessagesTable.CUSTOMER_ID,
                        coalesce(col(MessagesTable.CUSTOMER_ID), col(MessagesTable.THREAD_ID)))
                .withColumn(REASON, Validation.reason(now));
    }

    /** Whether a record has anything in a field that is not kept as text. */
    static Column isGiven(String field) {
        return col(field + GIVEN);
    }

    private static Map<String, StructField> columnsMade(Dataset<Row> mapped, SourceMapping mapping) {
        Map<String, StructField> made = Arrays.stream(mapped.schema().fields())
                .filter(field -> !RecordColumns.ALL.contains(field.name()))
                .collect(Collectors.toMap(
                        field -> field.name().toLowerCase(Locale.ROOT), Function.identity(), (a, b) -> {
                            throw MappingErrors.columnMadeTwice(mapping.locator(), a.name());
                        }));
        made.values().stream()
                .filter(field -> !FIELDS.contains(field.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(field -> {
                    throw MappingErrors.unknownMessageColumn(mapping.locator(), field.name(), FIELDS);
                });
        REQUIRED.stream().filter(field -> !made.containsKey(field)).findFirst().ifPresent(field -> {
            throw MappingErrors.missingMessageColumn(mapping.locator(), field, REQUIRED);
        });
        return made;
    }

    private static List<Column> prepared(String field, @Nullable StructField made, SourceMapping mapping) {
        Column value = made == null ? lit(null).cast(DataTypes.StringType) : text(col(made.name()), made.dataType());
        return switch (field) {
            case MessagesTable.SENT_AT, MessagesTable.REVISED_AT ->
                List.of(
                        instant(value, field, made, mapping).as(field),
                        value.isNotNull().as(field + GIVEN));
            case MessagesTable.SEQUENCE ->
                List.of(
                        value.try_cast(DataTypes.LongType).as(field),
                        value.isNotNull().as(field + GIVEN));
            case MessagesTable.SOURCE ->
                List.of(coalesce(value, lit(mapping.name())).as(field));
            case MessagesTable.KIND ->
                List.of(coalesce(value, lit(DEFAULT_KIND)).as(field));
            case MessagesTable.CHANNEL ->
                List.of(coalesce(value, lit(DEFAULT_CHANNEL)).as(field));
            default -> List.of(value.as(field));
        };
    }

    private static Column text(Column value, DataType type) {
        Column text = type instanceof StringType ? value : value.cast(DataTypes.StringType);
        return when(trim(text).notEqual(""), text);
    }

    private static Column instant(Column text, String field, @Nullable StructField made, SourceMapping mapping) {
        if (made != null && made.dataType() instanceof TimestampType) {
            Column instant = date_trunc("MILLISECOND", col(made.name()));
            return when(
                    instant.geq(lit(Instant.ofEpochMilli(EventTime.EARLIEST_MS)))
                            .and(instant.lt(lit(Instant.ofEpochMilli(EventTime.LATEST_EXCLUSIVE_MS)))),
                    instant);
        }
        if (made != null && (made.dataType() instanceof TimestampNTZType || made.dataType() instanceof DateType)) {
            throw MappingErrors.localTimeColumn(
                    mapping.locator(), field, made.dataType().simpleString());
        }
        if (made != null && (made.dataType() instanceof DoubleType || made.dataType() instanceof DecimalType)) {
            // What arithmetic on text comes to, such as seconds * 1000: written out it would have an exponent.
            Column whole = col(made.name()).cast(DataTypes.LongType).cast(DataTypes.StringType);
            return timestamp_millis(EPOCH_MILLIS.apply(whole));
        }
        return timestamp_millis(EPOCH_MILLIS.apply(text));
    }
}
