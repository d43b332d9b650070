package dev.threadline.ingestion.erasure;

import static dev.threadline.ingestion.SharedSpark.SPARK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.ingestion.warehouse.Warehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class ErasureKeyTest {

    private static final int RUNS = 4;

    @TempDir
    Path folder;

    @RepeatedTest(10)
    void allWhoMakeTheKeyAtTheSameMomentHaveTheSame() throws Exception {
        Warehouse warehouse = new Warehouse(SPARK, folder.toString());
        Set<String> hashes = new HashSet<>();
        CyclicBarrier together = new CyclicBarrier(RUNS);
        ExecutorService runs = Executors.newFixedThreadPool(RUNS);
        try {
            List<Future<ErasureKey>> keys = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                keys.add(runs.submit(() -> {
                    together.await();
                    return ErasureKey.ofOrNew(warehouse);
                }));
            }
            for (Future<ErasureKey> key : keys) {
                hashes.add(key.get().customer("", "c1"));
            }
        } finally {
            runs.shutdownNow();
        }
        hashes.add(ErasureKey.of(warehouse).orElseThrow().customer("", "c1"));

        assertThat(hashes).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(ErasureKey.FILE))))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve(ErasureKey.FILE));
        }
    }
}
