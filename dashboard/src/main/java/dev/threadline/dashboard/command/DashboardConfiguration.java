package dev.threadline.dashboard.command;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.threadline.dashboard.error.DashboardErrors;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of {@code threadline.yml} that the dashboard reads; the others belong to the jobs, and what they decided is
 * in the publication.
 *
 * @param warehouse folder of the tables
 * @param showText whether timelines show what was written, not only who wrote when
 */
record DashboardConfiguration(Path warehouse, boolean showText) {

    static final Path DEFAULT_FILE = Path.of("threadline.yml");
    static final Path DEFAULT_WAREHOUSE = Path.of("warehouse");

    /** Reads the file, or {@code ./threadline.yml} where it is not given and exists. */
    static DashboardConfiguration read(@Nullable Path given) {
        if (given == null && !Files.exists(DEFAULT_FILE)) {
            return new DashboardConfiguration(DEFAULT_WAREHOUSE, false);
        }
        Path file = given == null ? DEFAULT_FILE : given;
        try {
            return of(file, new YAMLMapper().readTree(Files.readString(file)));
        } catch (JacksonException malformed) {
            throw DashboardErrors.configuration(file, malformed.getOriginalMessage());
        } catch (IOException unreadable) {
            throw DashboardErrors.configuration(file, "it cannot be read (" + unreadable + ")");
        }
    }

    private static DashboardConfiguration of(Path file, JsonNode root) {
        List<String> problems = new ArrayList<>();
        JsonNode warehouse = root.path("warehouse");
        if (!warehouse.isMissingNode() && !warehouse.isTextual()) {
            problems.add("warehouse: must be a folder");
        }
        JsonNode dashboard = root.path("dashboard");
        dashboard.fieldNames().forEachRemaining(key -> {
            if (!key.equals("show-text")) {
                problems.add("dashboard.%s: unknown; did you mean show-text?".formatted(key));
            }
        });
        JsonNode showText = dashboard.path("show-text");
        if (!showText.isMissingNode() && !showText.isBoolean()) {
            problems.add("dashboard.show-text: must be true or false, not " + showText);
        }
        if (!problems.isEmpty()) {
            throw DashboardErrors.configuration(file, String.join("; ", problems));
        }
        return new DashboardConfiguration(
                folder(warehouse.asText(DEFAULT_WAREHOUSE.toString())), showText.asBoolean(false));
    }

    /** A folder as users name it: a path, or a {@code file:} URI. */
    static Path folder(String named) {
        try {
            return named.startsWith("file:") ? Path.of(URI.create(named)) : Path.of(named);
        } catch (IllegalArgumentException unusable) {
            throw DashboardErrors.notAFolder(named);
        }
    }

    DashboardConfiguration withWarehouse(Path directory) {
        return new DashboardConfiguration(directory, showText);
    }
}
