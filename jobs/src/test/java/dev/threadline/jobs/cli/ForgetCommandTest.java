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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgetCommandTest {

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void takeALogIn() throws IOException {
        Path log = Files.writeString(folder.resolve("log.jsonl"), "");
        assertThat(Main.commandLine().execute("ingest", "--input", log.toString(), "--warehouse", in("warehouse")))
                .isZero();
    }

    @Test
    void aMistypedWarehouseIsAMistakeAndNoneIsMade() throws IOException {
        for (List<String> command : List.of(
                List.of("forget", "--customer", "c-1", "--receipt", in("receipt.json")),
                List.of("maintain"),
                List.of("build"),
                List.of("readmit"),
                List.of("publish", "--rollback"),
                List.of("rebuild", "--from", "2026-03-01"))) {
            List<String> arguments = new ArrayList<>(command);
            arguments.addAll(List.of("--warehouse", in("mistyped"), "--report", in("report.json")));
            err.getBuffer().setLength(0);
            assertThat(execute(arguments)).as(command.get(0)).isEqualTo(2);
            assertThat(err.toString()).as(command.get(0)).contains("There is no warehouse in file:" + in("mistyped"));
            assertThat(Files.readString(folder.resolve("report.json"))).contains("\"state\" : \"refused\"");
        }
        assertThat(folder.resolve("mistyped")).doesNotExist();
        assertThat(folder.resolve("receipt.json")).doesNotExist();
    }

    @Test
    void customersAreNamedOneByOneAndInAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("ids.txt"), "\uFEFFc-3\r\n\n c-1\nc-1\n");

        assertThat(forget("--customer", "c-1", "--customer", "c-2", "--file", file.toString()))
                .as(err.toString())
                .isZero();

        JsonNode receipt =
                new ObjectMapper().readTree(folder.resolve("receipt.json").toFile());
        assertThat(receipt.path("customers").size()).isEqualTo(4);
        assertThat(receipt.path("messages").asLong(-1)).isZero();
        assertThat(receipt.path("complete").asBoolean()).isTrue();
        assertThat(receipt.toString()).doesNotContain("c-1");
        assertThat(Files.readString(folder.resolve("report.json")))
                .contains("\"customers\" : 4", "4 of the ids are in no message");
    }

    @Test
    void nobodyIsAMistake() throws IOException {
        Path empty = Files.writeString(folder.resolve("ids.txt"), "\n");

        assertThat(forget()).isEqualTo(2);
        assertThat(forget("--file", empty.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--customer").contains("no line with an id");
        assertThat(Files.readString(folder.resolve("report.json"))).contains("no line with an id");
    }

    private int forget(String... customers) {
        List<String> arguments = new ArrayList<>(List.of("forget", "--warehouse", in("warehouse")));
        arguments.addAll(List.of("--receipt", in("receipt.json"), "--report", in("report.json")));
        arguments.addAll(List.of(customers));
        return execute(arguments);
    }

    private int execute(List<String> arguments) {
        return Main.commandLine().setErr(new PrintWriter(err, true)).execute(arguments.toArray(String[]::new));
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }
}
