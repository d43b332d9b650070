package dev.threadline.jobs.pipeline.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Independent steps that run side by side, so that the waiting of one (listing, committing) is the working time of
 * another. Closing waits for all; the first failure is thrown.
 */
public final class Steps implements AutoCloseable {

    private static final int SIDE_BY_SIDE = 3;

    private final Progress progress;
    private final ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    private final List<Future<?>> steps = new ArrayList<>();

    public Steps(Progress progress) {
        this.progress = progress;
    }

    /** Runs a step as soon as there is room; {@code what} is reported once it is done. */
    public void add(String what, Runnable step) {
        steps.add(threads.submit(() -> {
            step.run();
            progress.step(what);
        }));
    }

    @Override
    public void close() {
        try {
            for (Future<?> step : steps) {
                step.get();
            }
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the build was interrupted", interruption);
        } finally {
            threads.shutdownNow();
        }
    }
}
