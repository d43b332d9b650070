package dev.threadline.ingestion.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.ingestion.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {

    @TempDir
    Path folder;

    @Test
    void aFolderIsSearchedThroughAndOtherKindsAreCounted() throws IOException {
        touch(
                "b.jsonl",
                "a.csv.gz",
                "deep/er/c.parquet",
                "notes.txt",
                "deep/picture.png",
                "_x.json",
                ".y.json",
                "_t/z.json");
        FoundFiles found = find("");
        assertThat(names(found)).containsExactly("a.csv.gz", "b.jsonl", "deep/er/c.parquet");
        assertThat(found.ignored())
                .containsExactly(
                        folder.resolve("deep/picture.png").toString(),
                        folder.resolve("notes.txt").toString());
        assertThat(found.notes())
                .singleElement()
                .asString()
                .startsWith("passed over 2 files for the ends of their names: " + folder.resolve("deep/picture.png"))
                .contains(".ndjson");
        assertThat(find("b.jsonl").notes()).isEmpty();
    }

    @Test
    void ofManyFilesThatArePassedOverSomeAreNamed() throws IOException {
        touch("a.json", "1.txt", "2.txt", "3.txt", "4.txt", "5.txt", "6.txt", "7.txt");
        assertThat(find("").notes())
                .singleElement()
                .asString()
                .contains("5.txt and 2 more")
                .doesNotContain("6.txt");
    }

    @Test
    void aGlobNamesItsMatches() throws IOException {
        touch("2025-01.jsonl", "2025-02.jsonl", "2024-01.jsonl");
        assertThat(names(find("2025-*.jsonl"))).containsExactly("2025-01.jsonl", "2025-02.jsonl");
    }

    @Test
    void aNameThatLooksLikeAGlobIsTakenAtItsWordFirst() throws IOException {
        touch("a[1] {b}.json", "a1.json");
        assertThat(names(find("a[1] {b}.json"))).containsExactly("a[1] {b}.json");
    }

    @Test
    void aFileNamedTwiceIsOneFile() throws IOException {
        touch("a.json");
        assertThat(names(find("a.json", "", "*.json"))).containsExactly("a.json");
    }

    @Test
    void sizeAndTimeAreThoseOfTheFile() throws IOException {
        touch("a.json");
        Files.writeString(folder.resolve("a.json"), "12345");
        SourceFile file = find("a.json").files().get(0);
        assertThat(file.sizeBytes()).isEqualTo(5);
        assertThat(file.modifiedAt())
                .isEqualTo(Instant.ofEpochMilli(
                        Files.getLastModifiedTime(folder.resolve("a.json")).toMillis()));
    }

    @Test
    void aPathWhereNothingIsIsAMistake() {
        assertThatThrownBy(() -> find("missing.json"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(folder.resolve("missing.json").toString());
        assertThatThrownBy(() -> find("*.json")).isInstanceOf(UserError.class);
    }

    @Test
    void allInputsThatCannotBeReadAreNamedAtOnce() throws IOException {
        touch("a.json", "notes.txt");
        assertThatThrownBy(() -> find("missing.json", "a.json", "notes.txt"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("2 of 3 inputs cannot be read:")
                .hasMessageContaining("missing.json")
                .hasMessageContaining("notes.txt");
    }

    @Test
    void aNamedFileOfAnotherKindIsAMistakeThatNamesTheKnownKinds() throws IOException {
        touch("notes.txt");
        assertThatThrownBy(() -> find("notes.txt"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(".ndjson");
    }

    @Test
    void aNamedFileThatSparkWouldPassOverIsAMistake() throws IOException {
        touch("_a.json");
        assertThatThrownBy(() -> find("_a.json")).isInstanceOf(UserError.class).hasMessageContaining("Rename");
    }

    private FoundFiles find(String... names) {
        List<String> inputs =
                Stream.of(names).map(name -> folder.resolve(name).toString()).toList();
        return SourceFiles.find(new Configuration(), inputs);
    }

    private List<String> names(FoundFiles found) {
        return found.files().stream()
                .map(file -> folder.relativize(Path.of(file.path())).toString())
                .toList();
    }

    private void touch(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.createFile(folder.resolve(name));
        }
    }
}
