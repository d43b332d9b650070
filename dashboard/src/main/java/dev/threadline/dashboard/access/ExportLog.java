package dev.threadline.dashboard.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who took away what and when: a line of JSON each, in the log or in a file. It holds no id of a customer. */
public final class ExportLog {

    private static final Logger LOG = LoggerFactory.getLogger("exports");
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What was taken away.
     *
     * @param name of the table or chart
     * @param filters by their names, as asked; what was searched for is left out, it may be a customer
     * @param rows that were sent
     * @param complete whether all rows were sent
     */
    public record Export(
            String name,
            String format,
            long publicationId,
            Map<String, List<String>> filters,
            long rows,
            boolean complete) {}

    private final InstantSource time;
    private final Optional<Path> file;

    /** A log in a file, or where none is given in that of the server. */
    public ExportLog(InstantSource time, Optional<Path> file) {
        this.time = time;
        this.file = file;
    }

    /** Adds a line. */
    public void add(Visitor visitor, Export export) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", time.instant().toString());
        line.put("user", visitor.name());
        line.put("role", visitor.role().word());
        line.put("export", export.name());
        line.put("format", export.format());
        line.put("publication_id", export.publicationId());
        line.put("filters", export.filters());
        line.put("rows", export.rows());
        line.put("complete", export.complete());
        write(text(line));
    }

    private void write(String line) {
        if (file.isEmpty()) {
            LOG.info("{}", line);
            return;
        }
        try {
            Files.writeString(file.get(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the export log cannot be written", unwritable);
        }
    }

    private static String text(Map<String, Object> line) {
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
