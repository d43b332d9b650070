package dev.threadline.ingestion.source.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.ingestion.source.file.SourceFile;
import dev.threadline.ingestion.source.file.SourceFormat;
import dev.threadline.ingestion.source.json.FilePieces.Piece;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePiecesTest {

    private static final long MEGABYTE = 1L << 20;

    @TempDir
    Path folder;

    @Test
    void everyByteGoesToOneTask() {
        List<SourceFile> files = List.of(
                file("/large.jsonl", 300 * MEGABYTE + 5),
                file("/packed.jsonl.gz", 300 * MEGABYTE),
                file("/empty.jsonl", 0));
        List<Piece> pieces =
                FilePieces.dealt(files, 2).stream().flatMap(List::stream).toList();
        assertThat(pieces)
                .containsExactlyInAnyOrder(
                        new Piece(files.get(0), 0, 128 * MEGABYTE),
                        new Piece(files.get(0), 128 * MEGABYTE, 128 * MEGABYTE),
                        new Piece(files.get(0), 256 * MEGABYTE, 44 * MEGABYTE + 5),
                        new Piece(files.get(1), 0, 300 * MEGABYTE));
    }

    @Test
    void manySmallFilesShareTasksOfAboutTheSameSize() {
        List<SourceFile> files = IntStream.range(0, 1_000)
                .mapToObj(i -> file("/" + i + ".jsonl", MEGABYTE + i))
                .toList();
        List<List<Piece>> tasks = FilePieces.dealt(files, 4);
        assertThat(tasks).hasSize(16);
        assertThat(tasks).allSatisfy(pieces -> assertThat(pieces).hasSizeBetween(62, 63));
        assertThat(FilePieces.dealt(files.subList(0, 3), 4)).hasSize(3);
        assertThat(FilePieces.dealt(List.of(), 4)).isEmpty();
    }

    @Test
    void aLineBelongsToThePieceThatItBeginsIn() throws IOException {
        String text = "\uFEFFone\ntwo\r\n\n四四\nlast";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Path path = Files.write(folder.resolve("log.jsonl"), bytes);
        SourceFile file = file(path.toString(), bytes.length);
        for (int cut = 0; cut <= bytes.length; cut++) {
            List<String> lines = new ArrayList<>(lines(new Piece(file, 0, cut)));
            lines.addAll(lines(new Piece(file, cut, bytes.length - cut)));
            assertThat(lines).as("cut at %d", cut).containsExactly("one", "two", "", "四四", "last");
        }
    }

    private static List<String> lines(Piece piece) {
        List<String> lines = new ArrayList<>();
        if (piece.length() > 0) {
            new TextLines(piece, new Configuration())
                    .forEachRemaining(line -> lines.add(new String(line, StandardCharsets.UTF_8)));
        }
        return lines;
    }

    private static SourceFile file(String path, long bytes) {
        return new SourceFile(path, SourceFormat.of(path).orElseThrow(), bytes, Instant.EPOCH);
    }
}
