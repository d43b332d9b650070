package dev.threadline.dashboard.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCacheTest {

    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final long LIMIT = 30;

    @TempDir
    private Path folder;

    private FileCache cache;

    @BeforeEach
    void open() {
        cache = new FileCache(new CacheSettings(folder.resolve("copies"), LIMIT), () -> NOW);
    }

    @Test
    void whatWasNotUsedForTheLongestTimeGoesFirst() throws IOException {
        Path oldest = copyUsed("a", Duration.ofHours(5));
        Path older = copyUsed("b", Duration.ofHours(4));
        Path old = copyUsed("c", Duration.ofHours(3));
        assertThat(cache.use(oldest, 10)).isTrue();
        cache.makeRoom(10);
        assertThat(older).doesNotExist();
        assertThat(oldest).exists();
        assertThat(old).exists();
    }

    @Test
    void whatWasUsedOfLateStaysHoweverFullTheCacheIs() throws IOException {
        Path late = copyUsed("a", FileCache.LATELY.minusSeconds(1));
        Path earlier = copyUsed("b", FileCache.LATELY.plusSeconds(1));
        cache.makeRoom(1_000);
        assertThat(late).exists();
        assertThat(earlier).doesNotExist();
    }

    @Test
    void nothingGoesAsLongAsThereIsRoom() throws IOException {
        Path copy = copyUsed("a", Duration.ofDays(30));
        cache.makeRoom(LIMIT - 10);
        assertThat(copy).exists();
    }

    @Test
    void theLimitHoldsInALinkedFolderToo() throws IOException {
        Files.createSymbolicLink(folder.resolve("copies"), Files.createDirectory(folder.resolve("disk")));
        Path old = copyUsed("a", Duration.ofHours(3));
        cache.makeRoom(LIMIT);
        assertThat(old).doesNotExist();
    }

    @Test
    void whatLiesBesideTheCopiesIsSomebodyElses() throws IOException {
        Path others = Files.createDirectories(folder.resolve("copies/photos"));
        Path old =
                Files.writeString(others.resolve("a.part"), "a photo that is larger than all copies may be together");
        Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofDays(400))));
        Path copy = copyUsed("a", Duration.ofHours(3));
        cache.makeRoom(10);
        assertThat(old).exists();
        assertThat(copy).exists();
    }

    @Test
    void whatCameShortIsNoCopy() {
        Path copy = copy("a");
        assertThatThrownBy(() -> cache.add(copy, 10, target -> Files.writeString(target, "nine char")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("9 bytes");
        assertThat(copy).doesNotExist();
        assertThat(copy.getParent()).isEmptyDirectory();
    }

    @Test
    void aCopyOfAnotherLengthIsNotUsed() throws IOException {
        assertThat(cache.use(copyUsed("a", Duration.ZERO), 11)).isFalse();
        assertThat(cache.use(copy("never"), 10)).isFalse();
    }

    @Test
    void whatAKilledProgramBeganGoesWithoutNeed() throws IOException {
        Path begun = copyUsed("a.1.part", Duration.ofHours(2));
        Path beginning = copyUsed("b.1.part", Duration.ofMinutes(1));
        cache.makeRoom(0);
        assertThat(begun).doesNotExist();
        assertThat(beginning).exists();
    }

    @Test
    void copiesAreListedWhileOthersComeAndGo() throws Exception {
        Path stays = copyUsed("stays", Duration.ZERO);
        Path folder = stays.resolveSibling("");
        AtomicBoolean isDone = new AtomicBoolean();
        CompletableFuture<Void> others = CompletableFuture.runAsync(() -> {
            for (int i = 0; !isDone.get(); i++) {
                comeAndGo(folder.resolve("other" + i % 50));
            }
        });
        for (int i = 0; i < 2_000; i++) {
            assertThat(FileCache.copies(folder))
                    .extracting(FileCache.Copy::path)
                    .contains(stays);
        }
        isDone.set(true);
        others.get();
    }

    private static void comeAndGo(Path other) {
        try {
            Files.writeString(other, "");
            Files.delete(other);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void whereNothingWasCopiedThereAreNoCopies() throws IOException {
        assertThat(FileCache.copies(folder.resolve("never"))).isEmpty();
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        Path copy = copyUsed("a", Duration.ZERO);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy.resolveSibling(""))))
                .isEqualTo("rwx------");
    }

    private Path copy(String name) {
        return cache.folderOf("s3a://bucket/warehouse").resolve("table").resolve(name);
    }

    private Path copyUsed(String name, Duration ago) throws IOException {
        Path copy = copy(name);
        cache.add(copy, 10, target -> Files.writeString(target, "ten  chars"));
        return Files.setLastModifiedTime(copy, FileTime.from(NOW.minus(ago)));
    }
}
