package dev.threadline.ingestion.source.parquet;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.udf;

import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.source.column.ColumnIndex;
import dev.threadline.ingestion.source.column.RecordColumns;
import dev.threadline.ingestion.source.file.SourceFile;
import dev.threadline.ingestion.warehouse.SparkPaths;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;

/** Reads Parquet files; each may have its own columns. Instants become ISO-8601 text with their zone. */
public final class ParquetFiles {

    private static final String INSTANT = "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX";

    private static final UserDefinedFunction PATH_OF =
            udf((UDF1<String, String>) uri -> SourceFile.pathOf(URI.create(uri)), DataTypes.StringType);

    private ParquetFiles() {}

    /**
     * The records of the files, of which there is one at least, with the wanted columns; null where a file has none.
     *
     * @throws dev.threadline.ingestion.UserError if a file has a column of a type that is not read
     */
    public static Dataset<Row> read(SparkSession spark, List<SourceFile> files, List<String> columns) {
        return bySchema(spark, files).entrySet().stream()
                .map(group -> read(parquet(spark, group.getValue()), group.getKey(), columns))
                .reduce(Dataset::unionAll)
                .orElseThrow();
    }

    /**
     * All column names in the files.
     *
     * @throws dev.threadline.ingestion.UserError if a file has a column of a type that is not read
     */
    public static Set<String> names(SparkSession spark, List<SourceFile> files) {
        Set<String> names = new TreeSet<>();
        bySchema(spark, files).keySet().forEach(schema -> names.addAll(List.of(schema.fieldNames())));
        return names;
    }

    private static Map<StructType, List<SourceFile>> bySchema(SparkSession spark, List<SourceFile> files) {
        Map<StructType, List<SourceFile>> groups = new LinkedHashMap<>();
        for (SourceFile file : files) {
            StructType schema = schema(spark, file);
            groups.computeIfAbsent(schema, first -> new ArrayList<>()).add(file);
        }
        return groups;
    }

    private static StructType schema(SparkSession spark, SourceFile file) {
        try {
            return parquet(spark, List.of(file)).schema();
        } catch (Exception cause) {
            Optional<UserError> mistake =
                    ParquetFooter.mistake(file, spark.sessionState().newHadoopConf(), cause);
            if (mistake.isPresent()) {
                throw mistake.get();
            }
            throw cause;
        }
    }

    private static Dataset<Row> parquet(SparkSession spark, List<SourceFile> files) {
        return spark.read()
                .parquet(files.stream()
                        .map(file -> SparkPaths.literal(file.location().toString()))
                        .toArray(String[]::new));
    }

    private static Dataset<Row> read(Dataset<Row> rows, StructType schema, List<String> columns) {
        ColumnIndex wanted = new ColumnIndex(columns);
        Column[] selected = new Column[columns.size() + RecordColumns.ALL.size()];
        for (int i = 0; i < columns.size(); i++) {
            selected[i] = lit(null).cast(DataTypes.StringType).as(columns.get(i));
        }
        Column[] all = new Column[schema.size()];
        for (int i = 0; i < all.length; i++) {
            StructField field = schema.fields()[i];
            Column text = text(col("`" + field.name().replace("`", "``") + "`"), field.dataType());
            all[i] = text.as(field.name());
            int place = wanted.of(field.name());
            if (place != ColumnIndex.NONE) {
                selected[place] = text.as(columns.get(place));
            }
        }
        int first = columns.size();
        selected[first] = PATH_OF.apply(col("_metadata.file_path")).as(RecordColumns.FILE);
        selected[first + 1] = lit(null).cast(DataTypes.LongType).as(RecordColumns.LINE);
        selected[first + 2] = to_json(struct(all)).as(RecordColumns.RAW);
        selected[first + 3] = lit(false).as(RecordColumns.MALFORMED);
        return rows.select(selected);
    }

    private static Column text(Column value, DataType type) {
        if (type instanceof TimestampType) {
            return date_format(value, INSTANT);
        }
        boolean nested = type instanceof StructType || type instanceof ArrayType || type instanceof MapType;
        return nested ? to_json(value) : value.cast(DataTypes.StringType);
    }
}
