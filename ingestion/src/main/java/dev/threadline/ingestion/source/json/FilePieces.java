package dev.threadline.ingestion.source.json;

import dev.threadline.ingestion.source.file.SourceFile;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Deals files out to tasks: as pieces where a file can be read from the middle, several to a task where they are small. */
final class FilePieces {

    /** The length of a piece of a plain file. */
    static final long PIECE_BYTES = 128L << 20;

    /** About so much text keeps a task busy for a second or two. */
    private static final long TEXT_BYTES_PER_TASK = 64L << 20;

    /**
     * A piece of a file.
     *
     * @param start its first byte; a line belongs to the piece that it begins in
     */
    record Piece(SourceFile file, long start, long length) implements Serializable {

        private long textBytes() {
            return file.sizeBytes() == 0 ? 0 : file.estimatedTextBytes() / file.sizeBytes() * length;
        }
    }

    private static final class Task {
        private final List<Piece> pieces = new ArrayList<>();
        private long textBytes;

        void add(Piece piece) {
            pieces.add(piece);
            textBytes += piece.textBytes();
        }
    }

    private FilePieces() {}

    /**
     * The pieces of each task.
     *
     * @param cores so many tasks there are at least, unless there are fewer pieces
     */
    static List<List<Piece>> dealt(List<SourceFile> files, int cores) {
        List<Piece> pieces =
                files.stream().flatMap(file -> pieces(file).stream()).toList();
        long textBytes = pieces.stream().mapToLong(Piece::textBytes).sum();
        long wanted = Math.max(cores, 1 + textBytes / TEXT_BYTES_PER_TASK);
        PriorityQueue<Task> leastFirst = new PriorityQueue<>(Comparator.comparingLong(task -> task.textBytes));
        for (long i = 0; i < Math.min(wanted, pieces.size()); i++) {
            leastFirst.add(new Task());
        }
        pieces.stream()
                .sorted(Comparator.comparingLong(Piece::textBytes).reversed())
                .forEach(piece -> give(piece, leastFirst));
        return leastFirst.stream().map(task -> task.pieces).toList();
    }

    private static void give(Piece piece, PriorityQueue<Task> leastFirst) {
        Task task = leastFirst.remove();
        task.add(piece);
        leastFirst.add(task);
    }

    private static List<Piece> pieces(SourceFile file) {
        if (file.isPacked()) {
            return List.of(new Piece(file, 0, file.sizeBytes()));
        }
        List<Piece> pieces = new ArrayList<>();
        for (long start = 0; start < file.sizeBytes(); start += PIECE_BYTES) {
            pieces.add(new Piece(file, start, Math.min(PIECE_BYTES, file.sizeBytes() - start)));
        }
        return pieces;
    }
}
