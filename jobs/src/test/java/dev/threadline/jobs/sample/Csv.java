package dev.threadline.jobs.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows as CSV for people; an empty cell is {@code NULL}. Lines are sorted, so the order of the rows does not matter. */
final class Csv {

    static final String COLUMNS = "table,column,rows,filled,distinct,least,greatest,sum,digest";

    private static final int DIGEST_BYTES = 6;

    private Csv() {}

    /** A line for each row. */
    static List<String> rows(List<Map<String, @Nullable Object>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", rows.get(0).keySet()));
        rows.stream().map(row -> line(row.keySet(), row::get)).sorted().forEach(lines::add);
        return lines;
    }

    /** A line for each column. */
    static List<String> transposed(List<Map<String, @Nullable Object>> rows) {
        List<Map<String, @Nullable Object>> sorted = rows.stream()
                .sorted((a, b) -> line(a.keySet(), a::get).compareTo(line(b.keySet(), b::get)))
                .toList();
        return sorted.get(0).keySet().stream()
                .map(column -> column + "," + line(sorted, row -> row.get(column)))
                .toList();
    }

    /** A line for each column of a table: how many values, which, and a digest of all rows in it that changes with any. */
    static List<String> columns(String table, List<Map<String, @Nullable Object>> rows) {
        return rows.get(0).keySet().stream()
                .map(column -> table + "," + column + "," + rows.size() + "," + column(rows, column))
                .toList();
    }

    private static String column(List<Map<String, @Nullable Object>> rows, String column) {
        List<Object> filled = new ArrayList<>();
        rows.forEach(row -> {
            Object value = row.get(column);
            if (value != null) {
                filled.add(value);
            }
        });
        TreeSet<String> texts = filled.stream().map(Csv::cell).collect(Collectors.toCollection(TreeSet::new));
        List<Long> numbers = filled.stream()
                .filter(Long.class::isInstance)
                .map(Long.class::cast)
                .sorted()
                .toList();
        boolean numeric = !numbers.isEmpty();
        boolean shown = !filled.isEmpty() && !(filled.get(0) instanceof Map);
        Object least = numeric ? numbers.get(0) : shown ? texts.first() : "";
        Object greatest = numeric ? numbers.get(numbers.size() - 1) : shown ? texts.last() : "";
        Object sum = numeric ? numbers.stream().mapToLong(Long::longValue).sum() : "";
        return line(
                List.of(filled.size(), texts.size(), least, greatest, sum, digest(rows, column)), Function.identity());
    }

    /** Of every value with what identifies its row. */
    private static String digest(List<Map<String, @Nullable Object>> rows, String column) {
        String all = rows.stream()
                .map(row -> row.values().stream().limit(4).map(Csv::cell).collect(Collectors.joining(",")) + "="
                        + cell(row.get(column)))
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static <T> String line(Iterable<T> items, Function<T, @Nullable Object> value) {
        List<String> cells = new ArrayList<>();
        items.forEach(item -> cells.add(cell(value.apply(item))));
        return String.join(",", cells);
    }

    private static String cell(@Nullable Object value) {
        if (value instanceof Map<?, ?> bins) {
            return bins.entrySet().stream()
                    .map(bin -> bin.getKey() + ":" + bin.getValue())
                    .collect(Collectors.joining(" "));
        }
        String text = Objects.toString(value, "");
        return text.contains(",") ? '"' + text + '"' : text;
    }
}
