package dev.threadline.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers see changes only when somebody wants it to. */
class WhatReadersSeeStaysTest {

    private static final String MESSAGE = """
            {"thread_id":"t1","message_id":"%s","sent_at":"2025-06-01T10:0%d:00Z","sender_role":"customer","sender_id":"c1","customer_id":"c1"}
            """;

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void aRunWithNothingNewLeavesARollbackAndForgettingUnderOtherSettingsIsRefused() throws IOException {
        log("a", 1);
        assertThat(execute("run", "--input", in("in"))).as(err.toString()).isZero();
        log("b", 2);
        assertThat(execute("run", "--input", in("in"))).as(err.toString()).isZero();
        assertThat(execute("publish", "--rollback")).as(err.toString()).isZero();
        assertThat(shown()).isEqualTo(3);

        assertThat(execute("run", "--input", in("in"))).as(err.toString()).isZero();
        assertThat(shown()).isEqualTo(3);
        log("c", 3);
        assertThat(execute("run", "--input", in("in"))).as(err.toString()).isZero();
        assertThat(shown()).isEqualTo(4);

        Path other = Files.writeString(folder.resolve("other.yml"), "attention-cap: 1m\n");
        assertThat(execute("forget", "--customer", "c1", "--config", other.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Nobody was forgotten: publication 4 was made under other settings");
        assertThat(execute("forget", "--customer", "c1", "--receipt", in("receipt.json")))
                .as(err.toString())
                .isZero();
        assertThat(shown()).isEqualTo(5);
        assertThat(json("receipt.json").path("numbers_unchanged").asBoolean()).isTrue();
    }

    private void log(String messageId, int minute) throws IOException {
        Path log = folder.resolve("in/" + messageId + ".jsonl");
        Files.createDirectories(log.getParent());
        Files.writeString(log, MESSAGE.formatted(messageId, minute));
    }

    private int execute(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--warehouse", in("warehouse"), "--report", in("report.json")));
        return Main.commandLine().setErr(new PrintWriter(err, true)).execute(all.toArray(String[]::new));
    }

    private long shown() throws IOException {
        return json("report.json").path("publication_id").asLong();
    }

    private JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(name).toFile());
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }
}
