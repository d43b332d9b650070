package dev.threadline.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** One run of the command in a folder, and what it left there. */
record Run(Path folder, int exitCode, String output, String errors) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Runs the command with {@code --out folder} and these options. */
    static Run of(Path folder, String... options) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("--out", folder.toString()));
        arguments.addAll(Arrays.asList(options));
        int exitCode = SampleCommand.commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(errors))
                .execute(arguments.toArray(String[]::new));
        return new Run(folder, exitCode, output.toString(), errors.toString());
    }

    /** All files, decompressed, by their path in the folder. */
    static Map<String, String> contents(Path folder) {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString().replace('\\', '/'), content(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return contents;
    }

    private String content(String name) {
        try {
            return content(folder.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String content(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The lines of the log in their order. */
    List<String> lines() {
        return contents(folder).entrySet().stream()
                .filter(file -> file.getKey().startsWith("log/"))
                .flatMap(file -> file.getValue().lines())
                .toList();
    }

    /** The records of the log in their order; only for a log without dirt. */
    List<JsonNode> records() {
        return lines().stream().map(line -> json(line).orElseThrow()).toList();
    }

    /** The record of a line, if it is one at all. */
    static Optional<JsonNode> json(String line) {
        try {
            return Optional.of(JSON.readTree(line));
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    /** The rows of a file of the truth, by column. */
    List<Map<String, String>> truth(String name) {
        List<String> lines = content("truth/" + name + ".csv.gz").lines().toList();
        String[] header = lines.get(0).split(",", -1);
        return lines.stream()
                .skip(1)
                .map(line -> row(header, line.split(",", -1)))
                .toList();
    }

    private static Map<String, String> row(String[] header, String[] values) {
        Map<String, String> row = new HashMap<>();
        for (int column = 0; column < header.length; column++) {
            row.put(header[column], values[column]);
        }
        return row;
    }
}
